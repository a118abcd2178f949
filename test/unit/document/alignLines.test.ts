import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { alignLines } from "../../../src/core/document/alignLines.ts";

describe("alignLines", () => {
  it("puts block beside block, however their lines are filled", () => {
    const line = alignLines("# a\n\nb\n\nc\nd\ne\nf\n\ng\n", "# a\r\n\r\nb\r\nb\r\nb\r\n\r\nc\r\nd\r\n\r\ng\r\n");
    assert.deepEqual([0, 1, 2, 3, 4, 6, 9, 10, 99].map(line), [0, 1, 2, 4, 6, 7, 9, 10, 10]);
  });

  it("goes by share where the blocks don't correspond", () => {
    const line = alignLines("a\n\nb\n\nc\n\nd", "a\n\nb");
    assert.deepEqual([0, 3, 7].map(line), [0, 1, 2]);
  });

  it("stays where both are the same", () => {
    const text = "a\n\nb\nc\n\n\nd\n";
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map(alignLines(text, text)), [0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
