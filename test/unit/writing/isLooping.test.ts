import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { isLooping } from "../../../src/core/writing/isLooping.ts";

describe("T16: isLooping", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["a word over and over", `Dobrý den ${"všem ".repeat(15)}`, true],
    ["a sentence over and over", "Η βιβλιοθήκη είναι κλειστή σήμερα. ".repeat(4), true],
    ["a line over and over", `Sarakstas:\n${"- vienas daiktas\n".repeat(6)}`, true],
    ["a loop that was cut within a word", `${"ja niin edelleen ".repeat(5)}ja nii`, true],
    ["a loop that ends in another word", `${"agus mar sin de ".repeat(5)}deireadh`, true],
    ["letters without blanks", "xy".repeat(40), true],
    ["three times", "Aquesta frase és ben llarga de veritat. ".repeat(3), false],
    ["a loop that the text came out of", `${"da capo ".repeat(20)} and then it went on with other words`, false],
    ["too short to tell", "ha ".repeat(10), false],
    ["a line of a table", `a\n${"-".repeat(300)}`, false],
    ["dots", `Indiċi ${".".repeat(300)} 12`, false],
    ["ordinary text", "Is fearr Gaeilge bhriste ná Béarla cliste, a deirtear go minic sa tír seo againne.", false],
    ["nothing", "", false],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(isLooping(text), expected));

  it("finds any piece that is repeated, and none in text that isn't", () => {
    const piece = fc.string({ unit: fc.constantFrom("a", "ż", "ш", " ", "."), minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(piece, (repeated) => {
        fc.pre(/\p{L}/u.test(repeated));
        assert.ok(isLooping(`zzz ${repeated.repeat(Math.max(4, Math.ceil(60 / repeated.length)))}`));
      }),
      { numRuns: 500 },
    );
  });

  for (const [name, text] of [
    ["one letter, then others", `${"a".repeat(3900)} ${"b".repeat(45)} x y z, w.`],
    ["blanks", `${" ".repeat(3990)}x y z`],
    ["two letters, then others", `${"ab".repeat(1900)} ${"b".repeat(45)} x y z, w.`],
  ] as const) {
    it(`takes no longer for what is made to take long: ${name}`, () => {
      isLooping(text);
    }).timeout(1000);
  }
});
