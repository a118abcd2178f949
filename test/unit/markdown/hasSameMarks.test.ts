import assert from "node:assert/strict";
import { array, boolean, assert as check, constantFrom, property } from "fast-check";
import { describe, it } from "mocha";
import { hasSameMarks, hasSameMarksOnLines } from "../../../src/core/markdown/hasSameMarks.ts";
import { readMarkdown } from "../../../src/core/markdown/readMarkdown.ts";
import { countDamage } from "../../../src/core/markdown/repair/countDamage.ts";
import { PIECES } from "./pieces.ts";

const ROWS: readonly (readonly [string, string, boolean])[] = [
  ["This is **bold** and `code`.", "Dan hu **skur** u `code`.", true],
  ["See [the page](a.md) now", "Δες [τη σελίδα](a.md) τώρα", true],
  ["See [the page](a.md) now", "Δες [τη σελίδα](b.md) τώρα", false],
  ["This is **bold**.", "Това е ** важно **.", false],
  ["See [guide] now", "Féach [treoir] anois", false],
  ["See [guide][] now", "Féach [treoir][] anois", false],
  ["See [guide][a\\[] now", "Féach [guide][b\\[] anois", false],
  ["(See https://a.eu/b+(c))", "(Féach https://a.eu/b+(c))focal", false],
  ["\uFEFF    word", "\uFEFF    szó", false],
  ["][)][guide][", "][)][treoir][", false],
  ["[^1]: ```word", "[^1]: ```szó", false],
  ["[guide](now", "[treoir](anois", false],
  ["a `b` c", "á `ć` c", false],
  ["Plain words", "1. szó", false],
  ["$$word$", "$$szó$", false],
  ["![[](\\)word)", "![[](\\)szó)", false],
  ["word:tip[[word", "szó:tip[[szó", true],
  [":::tip", ":::szó", false],
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

const LINES: readonly (readonly [string, string, boolean])[] = [
  ["One **bold** word and\nmore of them", "Kelma **skura** u\nħafna oħrajn", true],
  ["One **bold** word\n> and more of them, [here](a.md)", "Μία **έντονη** λέξη και πολλές\n> ακόμη, [εδώ](a.md)", true],
  ["One word\nand more of them", "Kelma waħda u ħafna oħrajn", true],
  ['A [link](a.md "Its title")', 'Een [link](a.md "Zijn titel, vandaag")', true],
  ['A [link](a.md "Its title")', 'Een [link](a.md "Zijn "titel"")', false],
  ['A [link](a.md "Its title")', 'Een [link](a.md "Zijn titel\\")', false],
  ["One word\nand more of them", "Eén woord\n\nen meer", false],
  ["One word\nand more of them", "Eén woord\n- en meer", false],
  ["One word\nand more of them", "Eén woord\n    en meer", false],
  ["One word  \nand more of them", "Eén woord  \nen meer", false],
  ["One word\nand more of them", "- eén woord en meer", false],
  ["**Bold** words", "**Vet** is het", true],
  ["*Words*", "* woorden*", false],
  ["A [``\n] b", "Een [`` ] b", false],
  ["__\n__", "__ __", false],
  ["A ][``\n](b", "Een ][`` ](b", false],
  ["{{x}} one word\nmore", "{{x}}\nszó", false],
  ["<b> one word\nmore", "<b>\nszó", false],
  [":\nword", ": szó", false],
  ["(a)= one word\nmore", "(a)=\nszó", false],
  ["A \\(\n\\) b", "Egy \\( \\) b", false],
  ["A [word\nmore](a.md)", "Een [woord meer](a.md)", true],
];

describe("hasSameMarksOnLines", () => {
  for (const [source, output, expected] of LINES) {
    it(`${expected ? "takes" : "doubts"} ${JSON.stringify(output)}`, () =>
      assert.equal(hasSameMarksOnLines(source, output), expected));
  }

  it("takes nothing that a parser would see a difference in, however the lines are filled", () => {
    const text = array(constantFrom(...PIECES, "a", " b", " "), { minLength: 1, maxLength: 10 }).map((all) =>
      all.join(""),
    );
    check(
      property(text, array(boolean(), { minLength: 1 }), (source, breaks) => {
        const before = readMarkdown(source);
        if (before.lists.blocks.join() !== "paragraph" || source !== source.trim()) return;
        let count = 0;
        const output = source
          .replace(/\p{L}+/gu, "szó")
          .replace(/ |\n/gu, (blank) => (breaks[count++ % breaks.length] ? blank : blank === " " ? "\n" : " "));
        if (!hasSameMarksOnLines(source, output)) return;
        assert.equal(countDamage(before, readMarkdown(output)), 0, JSON.stringify([source, output]));
      }),
      { numRuns: 20_000 },
    );
  });
});
