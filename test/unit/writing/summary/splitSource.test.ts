import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { splitSource } from "../../../../src/core/writing/summary/splitSource.ts";

const split = (text: string, longest: number) =>
  splitSource(text, longest).map(({ start, end }) => text.slice(start, end));

describe("splitSource", () => {
  for (const [name, text, longest, expected] of [
    ["what fits", "Ωραία. Ναι.", 20, ["Ωραία. Ναι."]],
    ["before headings", "# A\n\none\n\n# B\n\ntwo\n", 12, ["# A\n\none\n\n", "# B\n\ntwo\n"]],
    ["before an underlined heading", "one\n\nTwo\n===\n\nthree\n", 16, ["one\n\n", "Two\n===\n\nthree\n"]],
    ["between paragraphs", "eins eins\n\nzwei zwei\r\n\r\ndrei", 14, ["eins eins\n\n", "zwei zwei\r\n\r\n", "drei"]],
    ["between lines", "- yksi\n- kaksi\n- kolme", 10, ["- yksi\n", "- kaksi\n", "- kolme"]],
    ["between sentences", "Първо изречение. Второ изречение.", 20, ["Първо изречение. ", "Второ изречение."]],
    ["between words", "aon dó trí ceathair", 8, ["aon dó ", "trí ", "ceathair"]],
    ["between letters, none of which is cut", "😀😀😀", 3, ["😀", "😀", "😀"]],
    [
      "small neighbours stay together",
      "# A\n\na\n\n# B\n\nb\n\n# C\n\nc\n",
      20,
      ["# A\n\na\n\n# B\n\nb\n\n", "# C\n\nc\n"],
    ],
    ["nothing", "", 10, []],
  ] as const) {
    it(name, () => assert.deepEqual(split(text, longest), expected));
  }

  it("loses nothing and keeps to the length, whatever the text", () => {
    const piece = fc.constantFrom("a", "ωμέγα ", "# ", "\n", "\n\n", "\r\n", ". ", "! ", "😀", "- ", "===\n", "ħ");
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (source, longest) => {
        const parts = split(source, longest);
        assert.equal(parts.join(""), source);
        assert.ok(parts.every((part) => part.length > 0 && part.length <= longest));
      }),
      { numRuns: 1000 },
    );
  });

  it("takes 200 KB apart, of one line as well", () => {
    for (const text of ["Sliem għalik. ".repeat(14_000), "x".repeat(200_000), "# H\n\ntext\n\n".repeat(18_000)]) {
      const parts = split(text, 6000);
      assert.equal(parts.join(""), text);
      assert.ok(parts.length < 50);
    }
  });
});
