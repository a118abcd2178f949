import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LANGUAGE_CODES, type LanguageCode } from "../../../../src/core/languages.ts";
import { checkSummary } from "../../../../src/core/writing/summary/checkSummary.ts";
import { createNameIndex, findNames } from "../../../../src/core/writing/summary/findNames.ts";
import { readArticles } from "../../../support/udhr.ts";

/** A name as it stands in a source, and in another form in a summary. */
const FORMS: readonly (readonly [LanguageCode, string, string])[] = [
  ["bg", "Комисията е в Брюксел.", "Тя заседава в БРЮКСЕЛ."],
  ["cs", "Praha je hlavní město.", "Schůze byla v Praze."],
  ["el", "Η Ελλάδα υπέγραψε.", "Το υπέγραψε και της Ελλάδος."],
  ["et", "Tallinn on pealinn.", "Kohtuti ka Tallinnas."],
  ["fi", "Helsinki on pääkaupunki.", "Kokous pidettiin Helsingissä."],
  ["fi", "Halonen tuli Kreikkaan.", "Asiasta puhui Halosen ohella Kreikassa toimiva edustaja."],
  ["fr", "Mme Müller-Lüdenscheidt préside.", "Hier, Müller présidait."],
  ["ga", "Tá Baile Átha Cliath mór.", "Bhí siad i mBaile Átha Cliath."],
  ["ga", "Bhí sí i mBaile Átha Cliath le Siobhán.", "Chonaic Shiobhán agus muintir Bhaile é."],
  ["hu", "Budapest a főváros.", "Az ülés Budapestről szólt."],
  ["lt", "Vilnius yra sostinė.", "Jie buvo Vilniuje."],
  ["lt", "Jie gyvena Vilniuje.", "Tai yra prie Vilniaus."],
  ["lv", "Rīga ir galvaspilsēta.", "Viņi bija Rīgā."],
  ["mt", "Il-Belt Valletta hija sabiħa.", "Marru fil-Belt Valletta."],
  ["pl", "Warszawa jest stolicą.", "Spotkali się w Warszawie."],
  ["sl", "Ljubljana je mesto.", "Bili so v Ljubljani."],
];

describe("findNames", () => {
  for (const [name, language, text, expected] of [
    ["within sentences alone", "en", "The mayor met Anna. Then Berta left.", ["Anna", "Berta"]],
    ["not after a list mark or a quotation mark", "fr", "- Elle vient\n- « Oui », dit Marie", ["Marie"]],
    ["abbreviations", "en", "UNESCO and the EU met.", ["EU", "UNESCO"]],
    ["no Roman numbers", "fr", "Le roi Louis XIV régna.", ["Louis"]],
    ["no century", "fr", "C’est une loi du XXe siècle.", []],
    ["of German nouns only those behind another", "de", "Die Stadt baut ein Haus mit Anna Schmidt.", ["Schmidt"]],
    ["with Irish and Maltese prefixes", "ga", "Bhí siad i mBaile agus in hÉireann.", ["mBaile", "hÉireann"]],
    ["none where all is in capitals", "en", "THE MAYOR MET ANNA.", []],
    ["none in a text without", "fi", "kirjasto on auki", []],
  ] as const) {
    it(name, () => assert.deepEqual(findNames(text, language), expected));
  }

  for (const [language, source, summary] of FORMS) {
    it(`${language}: knows a name in another form, and one that isn't there`, () => {
      const isIn = createNameIndex(source);
      const names = findNames(summary, language);
      assert.ok(names.length > 0, summary);
      assert.deepEqual(
        names.filter((name) => !isIn(name)),
        [],
      );
      assert.ok(!isIn("Xanten") && !isIn("Ζάκυνθος") && !isIn("Ямбол"));
    });
  }

  it("knows what an abbreviation stands for, in either text", async () => {
    const check = async (source: string, answer: string) =>
      checkSummary({
        task: { kind: "summarize", form: "paragraph" },
        source,
        answer,
        detectLanguage: async () => undefined,
      });
    const [long, short] = ["Then the World Organisation for Health came.", "So says the WOH."];
    assert.deepEqual(await check(long, short), []);
    assert.deepEqual(await check("Dit zegt de EU.", "Dit zegt de Europese Unie."), []);
    assert.deepEqual(await check("Evropská unie rozhodla.", "Rozhodla o tom EU."), []);
    assert.equal((await check("Er unterschreibt.", "Dies sagt die EU.")).length, 1);
    assert.equal((await check("Dit zegt de EU.", "Dit zegt de Verenigde Unie.")).length, 1);
  });

  it("takes 200 KB of blanks in its stride", () => {
    assert.deepEqual(findNames(`the mayor${" ".repeat(200_000)}Anna`, "en"), ["Anna"]);
  });

  it("finds every name of a text in the text itself, in all 24", () => {
    for (const code of LANGUAGE_CODES) {
      const text = readArticles(code).join("\n");
      const isIn = createNameIndex(text);
      assert.deepEqual(
        findNames(text, code).filter((name) => !isIn(name)),
        [],
      );
    }
  });
});
