import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { compareTexts } from "../../../src/core/diff/compareTexts.ts";
import type { Piece } from "../../../src/core/diff/piece.ts";
import { anyText } from "../../support/anyText.ts";

const SIGNS = { equal: "", deleted: "-", inserted: "+", movedFrom: "<", movedTo: ">" } as const;

/** `[-old][+new]` for what changed, `[<…]` and `[>…]` for what moved. */
function show(pieces: readonly Piece[]): string {
  return pieces.map(({ kind, text }) => (kind === "equal" ? text : `[${SIGNS[kind]}${text}]`)).join("");
}

const CASES: Readonly<Record<string, readonly [from: string, to: string, expected: string]>> = {
  "equal texts": ["Γεια σας.", "Γεια σας.", "Γεια σας."],
  "one word": ["She go home.", "She goes home.", "She [-go][+goes] home."],
  "a word more": ["Lapset leikkivät.", "Lapset leikkivät pihalla.", "Lapset leikkivät[+ pihalla]."],
  "a word less": ["Децата играят вън.", "Децата играят.", "Децата играят[- вън]."],
  "punctuation alone": ["Ja, danke", "Ja, danke.", "Ja, danke[+.]"],
  "neighbouring words as one phrase": [
    "The report was written by us yesterday evening in Rome.",
    "The report was finished with you yesterday evening in Rome.",
    "The report was [-written by us][+finished with you] yesterday evening in Rome.",
  ],
  "changes on both sides of a full stop as two": [
    "It is closed on Monday. Books can be left at the desk.",
    "It is closed on Mondays. Leave books at the desk.",
    "It is closed on [-Monday][+Mondays]. [-Books can be left][+Leave books] at the desk.",
  ],
  "words with nothing in common": ["Good morning", "Καλημέρα", "[-Good morning][+Καλημέρα]"],
  "a moved sentence whole": [
    "The library is closed today. Books can be returned at the desk. It opens again tomorrow.",
    "Books can be returned at the desk. The library is closed today. It opens again tomorrow.",
    "[<The library is closed today. ]Books can be returned at the desk. [>The library is closed today. ]It opens again tomorrow.",
  ],
  "an apostrophe inside a word": ["L'acqua è fredda.", "L'acqua è calda.", "L'acqua è [-fredda][+calda]."],
  lines: ["one\ntwo\nthree", "one\nTWO\nthree", "one\n[-two][+TWO]\nthree"],
  "an emptied text": ["Some words.", "", "[-Some words.]"],
};

describe("compareTexts", () => {
  for (const [name, [from, to, expected]] of Object.entries(CASES)) {
    it(`shows ${name}`, () => assert.equal(show(compareTexts(from, to)), expected));
  }

  it("loses and invents nothing, whatever the texts", () => {
    const word = fc.constantFrom(
      "the",
      "Haus",
      "βιβλίο",
      "къща",
      "talo",
      "a’b",
      ".",
      "!",
      "\n",
      " ",
      "  ",
      "5",
      "…",
      "»",
      "👩‍🚀",
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join("")),
      anyText(),
    );
    fc.assert(
      fc.property(text, text, (from, to) => {
        const pieces = compareTexts(from, to);
        const join = (...kinds: readonly Piece["kind"][]) =>
          pieces.flatMap(({ kind, text: piece }) => (kinds.includes(kind) ? [piece] : [])).join("");
        assert.equal(join("equal", "deleted", "movedFrom"), from);
        assert.equal(join("equal", "inserted", "movedTo"), to);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives up on what has nothing in common before it takes long", () => {
    const words = (seed: string) => Array.from({ length: 20_000 }, (_, index) => `${seed}${index}`).join(" ");
    assert.deepEqual(
      compareTexts(words("a"), words("b")).map(({ kind }) => kind),
      ["deleted", "inserted"],
    );
  });
});
