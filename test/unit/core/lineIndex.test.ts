import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createLineIndex } from "../../../src/core/lineIndex.ts";

describe("lineIndex", () => {
  it("tells line and column, whatever the lines end with", () => {
    const text = "α\r\nbb\n\rc";
    const positionOf = createLineIndex(text);
    assert.deepEqual(
      [0, 1, 3, 4, 6, 7, 8].map((offset) => Object.values(positionOf(offset))),
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
        [2, 0],
        [3, 0],
        [3, 1],
      ],
    );
    assert.deepEqual(createLineIndex("")(0), { line: 0, column: 0 });
  });
});
