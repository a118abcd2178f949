import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { replacedRanges, replaceRanges } from "../../../src/core/replaceRanges.ts";

describe("replaceRanges", () => {
  const cases = [
    { name: "one", source: "a bb c", ranges: [[2, 4]], texts: ["βββ"], expected: "a βββ c" },
    {
      name: "in any order",
      source: "a bb c",
      ranges: [
        [5, 6],
        [0, 1],
      ],
      texts: ["X", ""],
      expected: " bb X",
    },
    {
      name: "adjacent",
      source: "abcd",
      ranges: [
        [0, 2],
        [2, 4],
      ],
      texts: ["1", "2"],
      expected: "12",
    },
    {
      name: "insertions at one place keep their order",
      source: "ab",
      ranges: [
        [1, 1],
        [1, 1],
      ],
      texts: ["1", "2"],
      expected: "a12b",
    },
  ] as const;
  for (const { name, source, ranges, texts, expected } of cases) {
    it(name, () =>
      assert.equal(
        replaceRanges(
          source,
          ranges.map(([start, end]) => ({ start, end })),
          texts,
        ),
        expected,
      ),
    );
  }

  it("tells where each text lies in the result", () => {
    const piece = fc.record({ gap: fc.string(), old: fc.string(), text: fc.string() });
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat()), (pieces, keys) => {
        let source = "";
        const placed = pieces.map(({ gap, old, text }, index) => {
          source += gap;
          const start = source.length;
          source += old;
          return { range: { start, end: source.length }, text, key: old === "" ? 0 : (keys[index] ?? 0) };
        });
        // The user's selections come in any order; equal places keep theirs.
        const shuffled = placed.every(({ key }) => key === 0)
          ? placed
          : placed.filter(({ range }) => range.end > range.start).toSorted((a, b) => a.key - b.key);
        const ranges = shuffled.map(({ range }) => range);
        const texts = shuffled.map(({ text }) => text);
        const result = replaceRanges(source, ranges, texts);
        assert.deepEqual(
          replacedRanges(ranges, texts).map(({ start, end }) => result.slice(start, end)),
          texts,
        );
      }),
    );
  });
});
