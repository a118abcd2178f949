import assert from "node:assert/strict";
import { array, assert as check, constantFrom, property } from "fast-check";
import { describe, it } from "mocha";
import { hasSameMarks } from "../../../src/core/markdown/hasSameMarks.ts";
import { readMarkdown } from "../../../src/core/markdown/readMarkdown.ts";
import { countDamage } from "../../../src/core/markdown/repair/countDamage.ts";
import { PIECES } from "./pieces.ts";

const ROWS: readonly (readonly [string, string, boolean])[] = [
  ["This is **bold** and `code`.", "Dan hu **skur** u `code`.", true],
  ["See [the page](a.md) now", "Δες [τη σελίδα](a.md) τώρα", true],
  ["See [the page](a.md) now", "Δες [τη σελίδα](b.md) τώρα", false],
  ["This is **bold**.", "Това е ** важно **.", false],
  ["See [guide] now", "Féach [treoir] anois", false],
  ["a `b` c", "á `ć` c", false],
  ["Plain words", "1. szó", false],
  ["{name} is here", "{nimi} on täällä", false],
];

describe("hasSameMarks", () => {
  for (const [source, answer, expected] of ROWS) {
    it(`${expected ? "takes" : "doubts"} ${answer}`, () => assert.equal(hasSameMarks(source, answer), expected));
  }

  it("takes nothing that a parser would see a difference in", () => {
    const text = array(constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));
    check(
      property(text, array(constantFrom("слово", "szó", "a", "λέξη")), (source, words) => {
        let count = 0;
        const answer = source.replace(/\p{L}+/gu, (word) => words[count++ % Math.max(1, words.length)] ?? word);
        if (!hasSameMarks(source, answer)) return;
        assert.equal(countDamage(readMarkdown(source), readMarkdown(answer)), 0, JSON.stringify([source, answer]));
      }),
      { numRuns: 3000 },
    );
  });
});
