import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LANGUAGE_CODES } from "../../../../src/core/languages.ts";
import { checkAnswer } from "../../../../src/core/writing/checkAnswer.ts";
import { checkCorrection } from "../../../../src/core/writing/corrections/checkCorrection.ts";
import { describeFault } from "../../../../src/core/writing/describeFault.ts";
import { readArticles } from "../../../support/udhr.ts";

const kinds = (source: string, answer: string) => checkCorrection(source, answer).map(({ kind }) => kind);

describe("checkCorrection", () => {
  for (const [name, source, answer, expected] of [
    ["every word misspelt", "Teh chlid plaied hapily outsde tody", "The child played happily outside today", []],
    [
      "word order and articles",
      "Yesterday I have went in cinema with friend",
      "Yesterday I went to the cinema with a friend",
      [],
    ],
    [
      "a split and a joined word",
      "Das Haus Tür Schloss ist kaput gegangen",
      "Das Haustürschloss ist kaputtgegangen",
      [],
    ],
    [
      "words that stand elsewhere now",
      "Zum Geburtstag herzlichen Glückwunsch wünschen deine Eltern dir",
      "Deine Eltern wünschen dir herzlichen Glückwunsch zum Geburtstag",
      [],
    ],
    [
      "one better word",
      "We made a decision about it in the very end of the day",
      "We took a decision about it at the very end of the day",
      [],
    ],
    ["one word for another", "large", "big", []],
    [
      "a rewrite",
      "Die Kinder spielt im Garten, während ihre Mutter das Essen vorbereitet.",
      "Im Garten tollen die Kleinen herum, indes die Mama kocht.",
      ["rewritten"],
    ],
    [
      "words added at the end",
      "The meeting is on Monday.",
      "The meeting is on Monday. Please remember to bring everything.",
      ["rewritten"],
    ],
    [
      "half of it dropped",
      "The meeting is on Monday and everybody should bring their papers.",
      "The meeting is on Monday.",
      ["rewritten"],
    ],
    ["nothing", "", "", []],
  ] as const) {
    it(name, () => assert.deepEqual(kinds(source, answer), expected));
  }

  for (const code of LANGUAGE_CODES) {
    it(`${code}: lets misspellings be corrected, and flags a text put otherwise`, () => {
      const [first = "", second = ""] = readArticles(code).filter((article) => article.length > 150);
      // Each third long word has two letters swapped, and each seventh loses its accents.
      let count = 0;
      const faulty = first.replace(/\p{L}{5,}/gu, (word) => {
        count += 1;
        if (count % 7 === 0) return word.normalize("NFD").replace(/\p{M}/gu, "");
        return count % 3 === 0 ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word;
      });
      assert.notEqual(faulty, first);
      assert.deepEqual(kinds(faulty, first), []);
      assert.deepEqual(kinds(first, second), ["rewritten"]);
    });
  }

  it("is asked of corrections alone, and told to the model that is asked again", async () => {
    const [source, answer] = ["The house is very large and old.", "That enormous ancient building stands."];
    const detectLanguage = async () => undefined;
    const find = (kind: "correct" | "rewrite") =>
      checkAnswer({ task: { kind, style: "clearer" }, source, answer, detectLanguage });
    assert.deepEqual(await find("rewrite"), []);
    const findings = await find("correct");
    assert.match(describeFault(findings), /it put \d+ % of the words otherwise: correct only what is misspelt/u);
  });

  it("takes 200 KB in its stride, whatever was made of it", () => {
    const text = "Ħobża waħda u ktieb ieħor, sieħbi. ".repeat(6000);
    assert.deepEqual(kinds(text, text.replaceAll("ktieb", "ktibe")), []);
    assert.deepEqual(kinds(text, "Αλλο κειμενο εντελως διαφορετικο. ".repeat(7000)), ["rewritten"]);
    assert.deepEqual(kinds("😀".repeat(100_000), "b ".repeat(100_000)), ["rewritten"]);
  });
});
