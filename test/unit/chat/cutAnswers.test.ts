import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Reply } from "../../support/fakeServer/reply.ts";
import { ask, type Outcome } from "./ask.ts";
import { converse } from "./converse.ts";
import { connectionReset, memoryFetch } from "./memoryFetch.ts";
import { contentOfStream, readFixture } from "./readFixture.ts";

const stream = readFixture("streamedShort.sse");
const text = contentOfStream(stream);
/** From here on the answer has said that it is at its end. */
const end = stream.indexOf('"finish_reason":"stop"');
const whole = readFixture("wholeSpanish.json");

describe("T1 an answer that is cut", () => {
  it("at every byte, closed or reset, in memory: interrupted, with the text so far", async () => {
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const chunks = [stream.subarray(0, cut)];
      assertCut(await ask(memoryFetch({ chunks })), cut);
      assertCut(await ask(memoryFetch({ chunks, error: connectionReset() })), cut);
    }
  });

  it("at every byte of a whole answer", async () => {
    for (let cut = 0; cut < whole.length; cut += 1) {
      const body = { chunks: [whole.subarray(0, cut)], contentType: "application/json" };
      for (const error of [undefined, connectionReset()]) {
        const outcome = await ask(memoryFetch({ ...body, ...(error && { error }) }));
        assert.deepEqual([outcome.error?.kind, outcome.deltas], ["interrupted", ""], `cut at ${cut}`);
      }
    }
  });

  it("on real connections, at every 97th byte and round the end, closed within the chunked body, after it, and reset", async () => {
    const cuts = Array.from({ length: 37 }, (_, index) => index * 97);
    for (const cut of [...cuts, end - 1, stream.length - 15, stream.length - 2]) {
      for (const how of ["fin", "cut", "rst"] as const) {
        const reply: Reply = {
          headers: { "content-type": "text/event-stream" },
          chunks: cut === 0 ? [] : [{ bytes: stream.subarray(0, cut) }],
          end: how,
        };
        const { answer, error, deltas } = await converse(reply);
        assertCut({ answer, error, deltas: deltas.join("") }, cut);
      }
    }
  });
});

function assertCut({ answer, error, deltas }: Outcome, cut: number): void {
  if (answer) {
    assert.ok(cut > end, `a complete answer at ${cut}`);
    assert.deepEqual([answer.text, deltas], [text, text]);
    return;
  }
  assert.equal(error?.kind, "interrupted", `cut at ${cut}`);
  assert.equal(error?.partialText ?? "", deltas);
  assert.ok(text.startsWith(deltas));
  assert.ok(cut < stream.length - "data: [DONE]\n\n".length, `no answer at ${cut}`);
}
