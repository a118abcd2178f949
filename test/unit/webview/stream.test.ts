import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { appendToStream, EMPTY_STREAM } from "../../../src/webview/stream.ts";

describe("a text that grows", () => {
  it("loses nothing, keeps what is whole, and has no block that is long to lay out", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\n", "\r\n", "άλφα ", "👩‍🚀".repeat(200), "x".repeat(5000)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("").replace(/\r/gu, "");
        let stream = EMPTY_STREAM;
        for (const next of pieces.map((one) => one.replace(/\r/gu, ""))) {
          const before = stream.blocks;
          stream = appendToStream(stream, next);
          assert.deepEqual(stream.blocks.slice(0, Math.max(0, before.length - 1)), before.slice(0, -1));
        }
        assert.equal(stream.blocks.join("").replaceAll("\n", ""), text.replaceAll("\n", ""));
        assert.equal(stream.length, text.length);
        assert.ok(stream.blocks.every((block) => block.length <= 1501));
      }),
      { numRuns: 300 },
    );
  });

  it("has a block for each line", () => {
    assert.deepEqual(appendToStream(appendToStream(EMPTY_STREAM, "ένα\nδύ"), "ο\r\n\nτρία").blocks, [
      "ένα",
      "δύο",
      "",
      "τρία",
    ]);
  });
});
