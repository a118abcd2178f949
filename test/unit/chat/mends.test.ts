import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { MakeReply, Reply } from "../../support/fakeServer/reply.ts";
import { streamOf } from "../../support/fakeServer/streamReply.ts";
import { errorReply, json, whole } from "../../support/fakeServer/wholeReply.ts";
import { converse } from "./converse.ts";
import { withoutPauses } from "./withoutPauses.ts";

describe("T9 an endpoint that refuses what can be done without", () => {
  const refusing =
    (isRefused: (body: Record<string, unknown>) => Reply | undefined): MakeReply =>
    ({ json: sent }) =>
      isRefused({ ...sent }) ?? (sent?.stream ? streamOf("Grāmata") : whole("Grāmata"));
  const extra = (field: string) =>
    json(
      { detail: [{ type: "extra_forbidden", loc: ["body", field], msg: "Extra inputs are not permitted" }] },
      { status: 422 },
    );
  const gemma = errorReply(500, {
    code: 500,
    type: "server_error",
    message: "Jinja Exception: Conversation roles must alternate user/assistant/user/assistant/...",
  });
  const isWithSystem = ({ messages }: Record<string, unknown>) => JSON.stringify(messages).includes('"system"');

  const mended: [string, MakeReply, Record<string, unknown>, number][] = [
    [
      "max_tokens",
      refusing((sent) =>
        "max_tokens" in sent
          ? errorReply(400, {
              message:
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
              param: "max_tokens",
              code: "unsupported_parameter",
            })
          : undefined,
      ),
      { max_completion_tokens: 100, temperature: 0, stream: true },
      2,
    ],
    [
      "max_tokens under any name",
      refusing((sent) =>
        "max_tokens" in sent
          ? extra("max_tokens")
          : "max_completion_tokens" in sent
            ? extra("max_completion_tokens")
            : undefined,
      ),
      { temperature: 0, stream: true },
      3,
    ],
    [
      "temperature",
      refusing((sent) =>
        "temperature" in sent
          ? errorReply(400, { message: "Unsupported value: 'temperature' does not support 0 with this model." })
          : undefined,
      ),
      { max_tokens: 100, stream: true },
      2,
    ],
    [
      "stream",
      refusing((sent) => (sent.stream ? errorReply(400, "Streaming is not supported by this model") : undefined)),
      { temperature: 0, max_tokens: 100, stream: false },
      2,
    ],
    [
      "several fields",
      refusing((sent) => ("temperature" in sent ? extra("temperature") : sent.stream ? extra("stream") : undefined)),
      { max_tokens: 100, stream: false },
      3,
    ],
  ];
  for (const [name, script, fields, count] of mended) {
    it(`${name}: left out, or put another way`, async () => {
      const { answer, requests } = await converse(script, { model: { queue: withoutPauses() } });
      const { model, messages, ...sent } = { ...requests.at(-1)?.json };
      assert.deepEqual([answer?.text, sent, requests.length], ["Grāmata", fields, count]);
    });
  }

  it("a system message: folded into the first user message without a blank line", async () => {
    const messages = [
      { role: "system", content: "You translate.\n\nTerms:\n \nkirja = book\n" },
      { role: "user", content: "Translate.\n\nyksi" },
      { role: "assistant", content: "one" },
      { role: "user", content: "Translate.\n\nkaksi\n\nkolme" },
    ] as const;
    for (const refusal of [gemma, errorReply(400, "System role not supported")]) {
      const script = refusing((sent) => (isWithSystem(sent) ? refusal : undefined));
      const { answer, requests } = await converse(script, { messages, model: { queue: withoutPauses() } });
      assert.equal(answer?.text, "Grāmata");
      assert.deepEqual(requests[1]?.json?.messages, [
        { role: "user", content: "You translate.\nTerms:\nkirja = book\nTranslate.\n\nyksi" },
        ...messages.slice(2),
      ]);
    }
  });

  it("a template that fails all the same: said so, after one more request", async () => {
    const { error, requests } = await converse(gemma, { model: { queue: withoutPauses() } });
    assert.deepEqual(
      [error?.kind, error?.detail, requests.length],
      ["badRequest", { status: 500, reason: "system_role" }, 2],
    );
  });

  it("a field that is refused all the same: each try is made once", async () => {
    const { error, requests } = await converse(errorReply(400, "max_tokens is odd"), {
      model: { queue: withoutPauses() },
    });
    assert.deepEqual([error?.kind, error?.detail.reason, requests.length], ["badRequest", "max_tokens", 3]);
  });
});
