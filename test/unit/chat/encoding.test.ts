import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DONE, delta, sse } from "../../support/fakeServer/streamReply.ts";
import { json } from "../../support/fakeServer/wholeReply.ts";
import { converse } from "./converse.ts";

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

describe("T3 UTF-8", () => {
  it("split inside characters, over real connections", async () => {
    for (const text of ["ąłć", "őű", "ß", "5 €", "👩‍👩‍👧 🇲🇹", "Ħaġar Qim"]) {
      const bytes = Buffer.from(delta({ content: text }) + delta({}, "stop") + DONE);
      const start = bytes.indexOf(Buffer.from(text)) + 1;
      const { answer } = await converse(
        sse([
          { bytes: bytes.subarray(0, start) },
          { bytes: bytes.subarray(start, start + 1), delayMs: 3 },
          { bytes: bytes.subarray(start + 1), delayMs: 3 },
        ]),
      );
      assert.deepEqual(answer, { text, usage: undefined, hasInvalidBytes: false });
    }
  });

  it("with a BOM before the stream, or before a whole answer", async () => {
    const stream = await converse(sse([{ bytes: BOM }, delta({ content: "γάτα" }), delta({}, "stop")]));
    assert.equal(stream.answer?.text, "γάτα");
    const text = JSON.stringify({ choices: [{ message: { content: "котка" }, finish_reason: "stop" }] });
    const whole = await converse({ ...json({}), chunks: [{ bytes: BOM }, { bytes: text }] }, { mode: "whole" });
    assert.equal(whole.answer?.text, "котка");
  });

  const invalid: [string, readonly number[], string][] = [
    ["a lone byte", [0xff], "a\uFFFDb"],
    ["Latin-1", [0xe9], "a\uFFFDb"],
    ["an overlong form", [0xc0, 0x80], "a\uFFFD\uFFFDb"],
    ["half a surrogate", [0xed, 0xa0, 0x80], "a\uFFFD\uFFFD\uFFFDb"],
  ];
  for (const [name, bytes, text] of invalid) {
    it(`with ${name}: U+FFFD, and said so`, async () => {
      const [before, after] = delta({ content: "a|b" }).split("|");
      const chunks = [
        { bytes: before ?? "" },
        { bytes: Uint8Array.from(bytes) },
        { bytes: after ?? "" },
        { bytes: delta({}, "stop") },
      ];
      const { answer } = await converse(sse(chunks));
      assert.deepEqual(answer, { text, usage: undefined, hasInvalidBytes: true });
    });
  }

  it("with a genuine U+FFFD: nothing is wrong, wherever it is split", async () => {
    const bytes = Buffer.from(delta({ content: "a\uFFFDb" }) + delta({}, "stop"));
    const at = bytes.indexOf(Buffer.from("\uFFFD"));
    for (const cut of [at, at + 1, at + 2, at + 3]) {
      const { answer } = await converse(
        sse([{ bytes: bytes.subarray(0, cut) }, { bytes: bytes.subarray(cut), delayMs: 3 }]),
      );
      assert.deepEqual(answer, { text: "a\uFFFDb", usage: undefined, hasInvalidBytes: false });
    }
    const escaped = await converse(sse([delta({ content: "x" }).replace("x", "\\ufffd"), delta({}, "stop")]));
    assert.equal(escaped.answer?.hasInvalidBytes, false);
  });
});
