import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { DONE, delta } from "../../support/fakeServer/streamReply.ts";
import { ask } from "./ask.ts";
import { memoryFetch } from "./memoryFetch.ts";
import { contentOfStream, readFixture } from "./readFixture.ts";

const text = "<b>Zażółć</b> gęślą jaźń: őrült ß, 5 €, Ελλάδα 👩‍👩‍👧, ċ\r\n[DONE]";
const pieces = ["<b>Zażółć</b> gęś", "lą jaźń: őrült ß", ", 5 €, Ελλάδα 👩‍", "👩‍👧, ċ\r", "\n[DONE]"];

describe("T2 the same bytes, split otherwise", () => {
  it("make the same text in 10,000 runs, with any line ends", async function () {
    this.timeout(60_000);
    const streams = ["\n", "\r\n", "\r"].map((lineEnd) => Buffer.from(eventsWith(lineEnd)));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...streams),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        async (bytes, sizes) => {
          const { answer, deltas } = await ask(memoryFetch({ chunks: split(bytes, sizes) }));
          return answer?.text === text && deltas === text && !answer.hasInvalidBytes;
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it("make the same text byte by byte, as recorded from a server", async () => {
    const recorded = readFixture("streamedGreek.sse");
    const { error, deltas } = await ask(memoryFetch({ chunks: split(recorded, [1]) }));
    // The recording ends with finish_reason length: the model ran on.
    assert.deepEqual([error?.kind, deltas], ["truncated", contentOfStream(recorded)]);
  });
});

function eventsWith(lineEnd: string): string {
  const events = [": ping\n\n", ...pieces.map((content) => delta({ content })), delta({}, "stop"), DONE];
  return events.join("").replaceAll("\n", lineEnd);
}

function* split(bytes: Buffer, sizes: readonly number[]): Iterable<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
