import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { learnServer } from "../../../src/core/chat/learnServer.ts";
import { listModels, readModels } from "../../../src/core/chat/listModels.ts";
import { probeServers } from "../../../src/core/chat/probeServers.ts";
import type { ServerAccess } from "../../../src/core/chat/serverAccess.ts";
import type { MakeReply, Reply } from "../../support/fakeServer/reply.ts";
import { playServer, type ServerProgram } from "../../support/fakeServer/servers.ts";
import { body, errorReply, json } from "../../support/fakeServer/wholeReply.ts";
import { withTransport } from "./withTransport.ts";

interface Asked {
  readonly access: ServerAccess;
  readonly paths: () => readonly string[];
}

async function withServer(script: MakeReply | Reply, ask: (asked: Asked) => Promise<void>): Promise<void> {
  await withTransport(script, async ({ url, requests }, transport) => {
    const { signal } = new AbortController();
    const access = { url, fetch: transport.fetchFor(url), signal, timeoutMs: 2000 };
    await ask({ access, paths: () => requests.map(({ method, path, body: sent }) => `${method} ${path}${sent}`) });
  });
}

describe("what a server says of itself", () => {
  const programs: readonly [ServerProgram, readonly object[], object, readonly string[]][] = [
    [
      "ollama",
      [{ id: "eurollm-9b:latest", owner: "library" }],
      { kind: "ollama", contextTokens: 4096 },
      ["GET /v1/models", "GET /api/ps"],
    ],
    [
      "lmstudio",
      [{ id: "gemma-3-4b-it", owner: "organization_owner" }],
      { kind: "lmstudio", contextTokens: 8192 },
      ["GET /v1/models", "GET /api/v0/models"],
    ],
    [
      "llamacpp",
      [{ id: "SmolLM2.gguf", owner: "llamacpp" }],
      { kind: "llamacpp", contextTokens: 2048, slots: 2 },
      ["GET /v1/models", "GET /props"],
    ],
    [
      "vllm",
      [{ id: "utter-project/EuroLLM-22B-Instruct-2512", contextTokens: 32_768, owner: "vllm" }],
      { kind: "vllm", contextTokens: 32_768 },
      ["GET /v1/models"],
    ],
    [
      "sglang",
      [{ id: "swiss-ai/Apertus-8B", contextTokens: 65_536, owner: "sglang" }],
      { kind: "sglang", contextTokens: 65_536 },
      ["GET /v1/models"],
    ],
    [
      "litellm",
      [{ id: "eu/mistral", owner: "openai" }],
      { kind: "litellm", contextTokens: 128_000 },
      ["GET /v1/models", "GET /model/info"],
    ],
    [
      "mistral",
      [{ id: "mistral-small-latest", contextTokens: 131_072, owner: "mistralai" }],
      { contextTokens: 131_072 },
      ["GET /v1/models"],
    ],
  ];
  for (const [program, models, limits, paths] of programs) {
    it(`${program}: its models for conversation and its limits, asked for without a body`, async () => {
      await withServer(playServer(program), async (server) => {
        const found = await listModels(server.access);
        assert.deepEqual(found, { url: server.access.url, models });
        const [model] = found.models;
        assert.ok(model);
        assert.deepEqual(await learnServer(server.access, model), limits);
        assert.deepEqual(server.paths(), paths);
      });
    });
  }

  it("limits that aren't told, or are nonsense, stay unknown", async () => {
    const answers: readonly Reply[] = [
      json({ default_generation_settings: { n_ctx: "many" }, total_slots: -1 }),
      json([]),
      json(null),
      body("<html>", { headers: { "content-type": "text/html" } }),
      errorReply(500, "no"),
      { status: 302, headers: { location: "http://127.0.0.1:9/props" } },
      { instead: "rst" },
    ];
    for (const answer of answers) {
      await withServer(answer, async ({ access }) =>
        assert.deepEqual(await learnServer(access, { id: "m", owner: "llamacpp" }), { kind: "llamacpp" }),
      );
    }
  });

  it("so many requests at once as no server takes aren't believed", async () => {
    await withServer(json({ total_slots: 2 ** 31 - 1 }), async ({ access }) =>
      assert.deepEqual(await learnServer(access, { id: "m", owner: "llamacpp" }), { kind: "llamacpp", slots: 64 }),
    );
  });

  it("a list of some megabytes is read, and one without end isn't", async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => ({ id: `m${index}`, description: "x".repeat(2000) }));
    await withServer(json({ data: rows }), async ({ access }) =>
      assert.equal((await listModels(access)).models.length, 1500),
    );
    const endless = { headers: { "content-type": "application/json" }, chunks: endlessRows() };
    await withServer(endless, async ({ access }) =>
      assert.rejects(listModels(access), { kind: "unexpectedAnswer", detail: { received: "application/json" } }),
    );
  });

  it("the key goes along, and a key that is missing is an error", async () => {
    await withServer(playServer("vllm", { apiKey: "sk-1" }), async ({ access }) => {
      await assert.rejects(listModels(access), { kind: "unauthorized" });
      assert.equal((await listModels({ ...access, apiKey: "sk-1" })).models.length, 1);
    });
  });

  it("of a bare host the list is looked for under /v1 and beside it", async () => {
    const script: MakeReply = ({ path }) =>
      path === "/models" ? json({ data: [{ id: "m" }] }) : errorReply(404, "no");
    await withServer(script, async ({ access, paths }) => {
      const url = access.url.replace("/v1", "");
      assert.deepEqual(await listModels({ ...access, url }), { url, models: [{ id: "m" }] });
      assert.deepEqual(paths(), ["GET /v1/models", "GET /models"]);
    });
    await withServer(playServer("vllm"), async ({ access }) =>
      assert.equal((await listModels({ ...access, url: access.url.replace("/v1", "") })).url, access.url),
    );
  });

  it("a redirect, HTML, silence and a cancelling are errors, and nothing is followed", async () => {
    await withServer({ status: 307, headers: { location: "http://127.0.0.1:9/v1/models" } }, async ({ access }) =>
      assert.rejects(listModels(access), { kind: "redirect", detail: { status: 307, origin: "http://127.0.0.1:9" } }),
    );
    await withServer(body("<html>", { headers: { "content-type": "text/html" } }), async ({ access }) =>
      assert.rejects(listModels(access), { kind: "unexpectedAnswer", detail: { received: "text/html" } }),
    );
    await withServer({ instead: "never" }, async ({ access }) => {
      await assert.rejects(listModels({ ...access, timeoutMs: 50 }), { kind: "firstTokenTimeout" });
      const controller = new AbortController();
      const asked = listModels({ ...access, signal: controller.signal });
      controller.abort();
      await assert.rejects(asked, { kind: "cancelled" });
    });
  });
});

function* endlessRows() {
  yield { bytes: '{"data":[' };
  const row = `${JSON.stringify({ id: "m", description: "x".repeat(1 << 16) })},`;
  for (;;) yield { bytes: row };
}

describe("readModels", () => {
  it("leaves out what holds no conversation, what has no name, and what is there twice", () => {
    const rows = [
      { id: "EuroLLM-9B" },
      { id: "EuroLLM-9B" },
      { id: "bge-m3" },
      { id: "text-embedding-3" },
      { id: "whisper-large-v3" },
      { id: "Qwen3-Reranker-8B" },
      { id: "x", type: "embeddings" },
      { id: "y", capabilities: { completion_chat: false } },
      { id: "" },
      { id: 7 },
      { id: "a".repeat(301) },
      null,
      "m",
      { id: "otter-7b", max_model_len: 0, owned_by: 3 },
    ];
    assert.deepEqual(readModels({ data: rows }), [{ id: "EuroLLM-9B" }, { id: "otter-7b" }]);
    assert.deepEqual(readModels([{ id: "z", context_length: 8192 }]), [{ id: "z", contextTokens: 8192 }]);
    assert.deepEqual(readModels({ models: [{ name: "n" }] }), [{ id: "n" }]);
  });
  for (const value of [null, "models", {}, { data: "none" }, 7]) {
    it(`refuses ${JSON.stringify(value)}`, () => assert.throws(() => readModels(value), { kind: "unexpectedAnswer" }));
  }
});

describe("probeServers", () => {
  /** What is found where each port of this computer plays its program, and the ports that were asked. */
  const probe = async (programs: Readonly<Record<string, MakeReply>>) => {
    const asked: string[] = [];
    let found: Awaited<ReturnType<typeof probeServers>> = [];
    await withTransport(
      (request) => (programs[String(request.headers["x-port"])] ?? (() => errorReply(404, "no")))(request),
      async ({ origin }, transport) => {
        const { signal } = new AbortController();
        found = await probeServers((url) => ({
          url,
          signal,
          timeoutMs: 2000,
          // The ports of the computer that runs the tests are its own business.
          fetch: (address, init) => {
            const { port, pathname } = new URL(address);
            asked.push(port);
            const headers = { ...init.headers, "x-port": port };
            return transport.fetchFor(origin)(origin + pathname, { ...init, headers });
          },
        }));
      },
    );
    return { found: found.map(({ name, url, models, wantsKey }) => [name, url, models.length, wantsKey]), asked };
  };

  it("finds what answers on this computer's usual ports, and takes nothing else for a server", async () => {
    const { found, asked } = await probe({
      11434: playServer("ollama"),
      // Another program than the usual one says which it is.
      8080: playServer("vllm"),
      4000: playServer("litellm", { apiKey: "sk-1" }),
      8000: () => body("<html>a site</html>", { headers: { "content-type": "text/html" } }),
      1234: () => ({ instead: "rst" }),
    });
    assert.deepEqual(found, [
      ["Ollama", "http://localhost:11434/v1", 1, false],
      ["vLLM", "http://localhost:8080/v1", 1, false],
      ["LiteLLM", "http://localhost:4000/v1", 0, true],
    ]);
    assert.deepEqual(asked.toSorted(), ["11434", "1234", "30000", "4000", "8000", "8080", "9931"]);
  });

  it("finds a LiteLLM that fails for want of a key, and no other server that fails", async () => {
    const fails = () => body("Internal Server Error", { status: 500 });
    const { found } = await probe({ 4000: fails, 8000: fails, 8080: fails });
    assert.deepEqual(found, [["LiteLLM", "http://localhost:4000/v1", 0, true]]);
  });
});
