import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { estimateTokens } from "../../../src/core/estimateTokens.ts";
import { splitToFit } from "../../../src/core/writing/splitToFit.ts";

describe("splitToFit", () => {
  const cases: readonly [name: string, most: number, pieces: readonly string[]][] = [
    ["a text that fits stays whole", 100, ["Eins.\n\nZwei.\n"]],
    ["blocks go together as far as they fit", 6, ["Ena dva.\n\nTri.\n\n", "Štiri pet šest.\n"]],
    ["blank lines stay with what is before them, in CRLF as well", 5, ["Yksi kaksi.\r\n\r\n\r\n", "Kolme neljä.\r\n"]],
    ["a block that is too long is cut between lines", 4, ["- ένα\n", "- δύο\n", "- τρία\n"]],
    ["and a line between sentences", 4, ["Wieħed tnejn. ", "Tlieta erba'. ", "Ħamsa sitta."]],
    [
      "fenced code stays whole, with its blank lines, and so does one that is too long",
      6,
      ["Text.\n\n", "```js\nlet a = 1;\n\nlet b = 2;\n```\n\n", "Text.\n"],
    ],
    ["a fence is closed by its own kind alone", 4, ["~~~\n```\n\ncode\n~~~\n\n", "Text.\n"]],
    ["a word that is too long stays", 2, ["Donaudampfschifffahrtsgesellschaft"]],
  ];
  for (const [name, most, pieces] of cases) {
    it(name, () => assert.deepEqual(splitToFit(pieces.join(""), most), pieces));
  }

  it("gives pieces that are the text when they are joined, and too long only where nothing can be cut", () => {
    const word = fc.constantFrom("Hyvää", "πρωί", "ħafna", "слово", "```", "~~~", "a.", "1.", "|", "", " ");
    const gap = fc.constantFrom(" ", "\n", "\n\n", "\r\n", "\r\n\r\n", ". ", "\r");
    const text = fc.array(fc.tuple(word, gap), { maxLength: 60 }).map((all) => all.flat().join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (given, most) => {
        const pieces = splitToFit(given, most);
        assert.equal(pieces.join(""), given);
        for (const piece of pieces.filter((long) => estimateTokens(long) > most)) {
          const isOneSentence = !/\.\s\S/.test(piece) && piece.trim().split(/[\r\n]+/).length === 1;
          assert.ok(isOneSentence || /`{3}|~{3}/.test(piece), JSON.stringify(piece));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("takes time that grows with the length", () => {
    const pieces = splitToFit("Ett två tre fyra. ".repeat(60_000), 500);
    assert.ok(pieces.length > 100 && pieces.every((piece) => estimateTokens(piece) <= 500));
  });
});
