import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { learnServer } from "../../src/core/chat/learnServer.ts";
import { listModels } from "../../src/core/chat/listModels.ts";
import { createOpenaiModel } from "../../src/core/chat/openaiModel.ts";
import type { AssistantError } from "../../src/core/errors.ts";
import { silentLogger } from "../../src/core/log.ts";
import { createTransport } from "../../src/node/transport.ts";
import { findLlamaServer, type LlamaServer, startLlamaServer } from "../support/llamaServer.ts";
import { ensureSmallModel } from "./smallModel.ts";

const { signal } = new AbortController();
const KEY = "sk-real";
const QUESTION = {
  messages: [{ role: "user", content: "What is the capital of France? Answer in one word." }],
  temperature: 0,
  maxTokens: 64,
} as const;

describe("a real llama-server", function () {
  this.timeout(120_000);
  const transport = createTransport();
  let server: LlamaServer;

  before(async function () {
    const executable = findLlamaServer(process.cwd());
    // The run names what was left out.
    if (!executable) this.skip();
    server = await startLlamaServer(executable, await ensureSmallModel(), ["-np", "2", "--api-key", KEY]);
  });
  after(async () => {
    await server?.close();
    await transport.dispose();
  });

  const access = (apiKey?: string) => ({
    url: server.url,
    apiKey,
    signal,
    timeoutMs: 5000,
    fetch: transport.fetchFor(server.url),
  });
  const model = (apiKey: string | undefined, contextTokens?: number) =>
    createOpenaiModel({ ...access(apiKey), name: "Lab", model: "small", logger: silentLogger, contextTokens });

  it("wants its key for the list of models and for a chat, and says so", async () => {
    for (const wrong of [undefined, "sk-wrong"]) {
      await assert.rejects(listModels(access(wrong)), { kind: "unauthorized" });
      await assert.rejects(model(wrong).complete(QUESTION, { signal }), { kind: "unauthorized" });
    }
    assert.ok((await model(KEY).complete(QUESTION, { signal })).text.length > 0);
  });

  it("says what a request may hold: its context shared among its slots", async () => {
    const [listed] = (await listModels(access(KEY))).models;
    assert.ok(listed);
    assert.match(listed.id, /\.gguf$/);
    assert.deepEqual(await learnServer(access(KEY), listed), {
      kind: "llamacpp",
      contextTokens: 2048,
      slots: 2,
    });
  });

  it("refuses what is too long with the figures, and is spared what is known not to fit", async () => {
    const long = { ...QUESTION, messages: [{ role: "user", content: "word ".repeat(3000) }] } as const;
    const refused = await model(KEY)
      .complete(long, { signal })
      .catch((error: AssistantError) => error);
    assert.ok("kind" in refused && refused.kind === "contextExceeded");
    assert.equal(refused.detail.limit, 2048);
    const spared = await model(KEY, 2048)
      .complete(long, { signal })
      .catch((error: AssistantError) => error);
    assert.ok("kind" in spared && spared.kind === "contextExceeded" && spared.detail.status === undefined);
    assert.equal(spared.detail.limit, 2048);
  });
});
