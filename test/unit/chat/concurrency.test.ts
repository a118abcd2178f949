import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Fetch } from "../../../src/core/chat/fetchPort.ts";
import { createOpenaiModel } from "../../../src/core/chat/openaiModel.ts";
import { createQueue } from "../../../src/core/limit.ts";
import { silentLogger } from "../../../src/core/log.ts";
import { echo } from "../../support/fakeServer/models.ts";
import type { Script } from "../../support/fakeServer/reply.ts";
import { errorReply } from "../../support/fakeServer/wholeReply.ts";
import { withTransport } from "./withTransport.ts";

describe("T17 many requests at once", () => {
  it("20 requests get their own answers, some of them cancelled", async () => {
    await withQueue(echo, async ({ complete, requests }) => {
      const results = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const controller = new AbortController();
          const answer = complete(`szó ${index}`, controller.signal).catch(({ kind }: { kind: string }) => kind);
          if (index % 3 === 0) controller.abort();
          return answer;
        }),
      );
      assert.deepEqual(
        results,
        Array.from({ length: 20 }, (_, index) => (index % 3 === 0 ? "cancelled" : `szó ${index}`)),
      );
      assert.ok(requests.length <= 14);
    });
  });

  it("a 429 holds the whole queue, not the one request", async () => {
    await withQueue(
      [errorReply(429, "busy", { "retry-after-ms": "250" }), echo],
      async ({ complete, requests, times }) => {
        const { signal } = new AbortController();
        const answers = await Promise.all(["yksi", "kaksi", "kolme"].map((text) => complete(text, signal)));
        assert.deepEqual(answers, ["yksi", "kaksi", "kolme"]);
        assert.equal(requests.length, 4);
        const [first = 0, second = 0] = times;
        assert.ok(second - first >= 248, `${second - first} ms`);
        // The one that was refused is the first to be sent again.
        assert.equal(requests[1]?.body, requests[0]?.body);
      },
    );
  });
});

interface Talk {
  readonly complete: (text: string, signal: AbortSignal) => Promise<string>;
  readonly requests: readonly { readonly body: string }[];
  readonly times: readonly number[];
}

async function withQueue(script: Script, talk: (talk: Talk) => Promise<void>): Promise<void> {
  await withTransport(script, async (server, transport) => {
    const times: number[] = [];
    const fetch: Fetch = (url, init) => {
      times.push(performance.now());
      return transport.fetchFor(server.url)(url, init);
    };
    const queue = createQueue({ concurrency: 1 });
    const model = createOpenaiModel({ name: "x", url: server.url, model: "m", logger: silentLogger, queue, fetch });
    const complete = async (text: string, signal: AbortSignal) => {
      const messages = [{ role: "user", content: `Translate.\n\n${text}` }] as const;
      const request = { messages, temperature: 0, maxTokens: 9 };
      return (await model.complete(request, { signal, onDelta: () => {} })).text;
    };
    await talk({ complete, requests: server.requests, times });
  });
}
