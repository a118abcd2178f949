import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { appendToStream, EMPTY_STREAM, type Stream } from "../../../src/webview/stream.ts";
import { anyText } from "../../support/anyText.ts";

const blocksOf = ({ pages, blocks }: Stream) => [...pages.flat(), ...blocks];

describe("a text that grows", () => {
  it("loses nothing, keeps what is whole, and has no block that is long to lay out", () => {
    const piece = fc.oneof(anyText(), fc.constantFrom("\n", "\r\n", "άλφα ", "👩‍🚀".repeat(200), "x".repeat(5000)));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("").replace(/\r/gu, "");
        let stream = EMPTY_STREAM;
        for (const next of pieces.map((one) => one.replace(/\r/gu, ""))) {
          const before = stream;
          stream = appendToStream(stream, next);
          assert.ok(
            before.pages.every((page, index) => page === stream.pages[index]),
            "the same lists, which needn't be compared",
          );
          assert.deepEqual(
            blocksOf(stream).slice(0, Math.max(0, blocksOf(before).length - 1)),
            blocksOf(before).slice(0, -1),
          );
        }
        assert.equal(blocksOf(stream).join(""), text.replaceAll("\n", ""));
        assert.equal(stream.length, text.length);
        assert.ok(blocksOf(stream).every((block) => block.length <= 1501));
        assert.ok(stream.blocks.length <= 32);
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
