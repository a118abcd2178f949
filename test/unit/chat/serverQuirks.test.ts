import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createOpenaiModel, type OpenaiModelOptions } from "../../../src/core/chat/openaiModel.ts";
import { silentLogger } from "../../../src/core/log.ts";
import { echo } from "../../support/fakeServer/models.ts";
import type { MakeReply, RecordedRequest } from "../../support/fakeServer/reply.ts";
import { body, errorReply, json } from "../../support/fakeServer/wholeReply.ts";
import { withTransport } from "./withTransport.ts";

const request = {
  messages: [{ role: "user", content: "Translate.\n\nleabhar" }],
  temperature: 0,
  maxTokens: 5,
} as const;

describe("serverQuirks", () => {
  it("are remembered by the model object, and known to requests that are made at the same time", async () => {
    await withModel(
      (sent) =>
        "max_tokens" in { ...sent.json } ? errorReply(400, { message: "no", param: "max_tokens" }) : echo(sent),
      async ({ complete, requests }) => {
        await Promise.all([complete(), complete()]);
        await complete();
        assert.ok(requests.filter((sent) => "max_tokens" in { ...sent.json }).length <= 2);
        assert.equal(requests.filter((sent) => "max_completion_tokens" in { ...sent.json }).length, 3);
      },
    );
  });

  it("an address that is a host alone is tried as it is, and then under /v1", async () => {
    await withModel(
      (sent) => (sent.path === "/v1/chat/completions" ? echo(sent) : body("404 page not found", { status: 404 })),
      async ({ complete, requests }) => {
        assert.equal(await complete(), "leabhar");
        assert.equal(await complete(), "leabhar");
        const paths = ["/chat/completions", "/v1/chat/completions", "/v1/chat/completions"];
        assert.deepEqual(
          requests.map(({ path }) => path),
          paths,
        );
      },
    );
  });

  it("a model that only thinks is asked not to, in the way that the server takes, and so from then on", async () => {
    const thinks = (sent: RecordedRequest) => {
      const { chat_template_kwargs: kwargs, reasoning_effort: effort }: Record<string, unknown> = { ...sent.json };
      if (kwargs !== undefined)
        return errorReply(400, { message: "Unrecognized request argument: chat_template_kwargs" });
      return effort === "none"
        ? echo(sent)
        : json({ choices: [{ message: { content: "", reasoning: "Hm." }, finish_reason: "stop" }] });
    };
    const learned: object[] = [];
    await withModel(
      thinks,
      async ({ complete, requests }) => {
        assert.equal(await complete(), "leabhar");
        assert.equal(await complete(), "leabhar");
        assert.equal(requests.length, 4);
      },
      { onLearned: (quirks) => learned.push(quirks) },
    );
    assert.deepEqual(learned, [{ noThinking: "reasoning_effort" }]);
  });

  it("a model that thinks whatever it is asked is given up", async () => {
    const thinks = json({ choices: [{ message: { content: "", reasoning: "Hm." }, finish_reason: "stop" }] });
    await withModel(
      () => thinks,
      async ({ complete, requests }) => {
        await assert.rejects(complete(), { kind: "reasoningOnly" });
        assert.equal(requests.length, 3);
      },
    );
  });

  it("what wasn't proved by an answer isn't told", async () => {
    const learned: object[] = [];
    await withModel(
      (sent) => ("max_tokens" in { ...sent.json } ? errorReply(400, { param: "max_tokens" }) : errorReply(401, "no")),
      async ({ complete }) => assert.rejects(complete(), { kind: "unauthorized" }),
      { onLearned: (quirks) => learned.push(quirks) },
    );
    assert.deepEqual(learned, []);
  });

  it("a model that isn't there isn't looked for under /v1", async () => {
    await withModel(
      () => errorReply(404, "model 'x' not found"),
      async ({ complete, requests }) => {
        await assert.rejects(complete(), { kind: "modelNotFound" });
        assert.equal(requests.length, 1);
      },
    );
  });
});

interface Talk {
  readonly complete: () => Promise<string>;
  readonly requests: readonly { readonly path: string; readonly json: object | undefined }[];
}

async function withModel(
  script: MakeReply,
  talk: (talk: Talk) => Promise<void>,
  more: Partial<OpenaiModelOptions> = {},
): Promise<void> {
  await withTransport(script, async (server, transport) => {
    const fetch = transport.fetchFor(server.origin);
    const model = createOpenaiModel({
      name: "x",
      url: server.origin,
      model: "m",
      fetch,
      logger: silentLogger,
      ...more,
    });
    const complete = async () => (await model.complete(request, { signal: new AbortController().signal })).text;
    await talk({ complete, requests: server.requests });
  });
}
