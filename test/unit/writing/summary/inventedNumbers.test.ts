import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LANGUAGE_CODES, type LanguageCode } from "../../../../src/core/languages.ts";
import { inventedNumbers } from "../../../../src/core/writing/summary/inventedNumbers.ts";

/** Three in a sentence of each language. */
const THREE: Readonly<Record<LanguageCode, string>> = {
  bg: "три държави",
  cs: "tři země",
  da: "tre lande",
  de: "drei Länder",
  el: "τρεις χώρες",
  en: "three countries",
  es: "tres países",
  et: "kolm riiki",
  fi: "kolme maata",
  fr: "trois pays",
  ga: "trí thír",
  hr: "tri zemlje",
  hu: "három ország",
  it: "tre paesi",
  lt: "trys šalys",
  lv: "trīs valstis",
  mt: "tliet pajjiżi",
  nl: "drie landen",
  pl: "trzy kraje",
  pt: "três países",
  ro: "trei țări",
  sk: "tri krajiny",
  sl: "tri države",
  sv: "tre länder",
};

describe("inventedNumbers", () => {
  for (const [name, source, summary, expected] of [
    ["the same", "It costs 12.50 euros", "12.50 euros", []],
    ["with other separators", "1,234,567.8 inhabitants", "1 234 567,8 habitants; 1.234.567,8 Einwohner", []],
    ["a decimal nought less", "12,50 €", "€12.5", []],
    ["a time in other forms", "à 9 h 30", "9.30 Uhr, 09:30", ["09:30"]],
    ["a date's parts", "am 3.5.2024", "3. Mai 2024", []],
    ["a range", "zwischen 2014 und 2020", "2014–2020", []],
    ["in millions", "2 500 000 people", "2,5 Millionen", []],
    ["out of millions", "2,5 miljoonaa ihmistä", "2 500 000", []],
    ["in milliards", "3 000 000 000 zł", "3 miliardy, 3 Mrd.", []],
    ["another one", "30 days", "31 days", ["31"]],
    ["another year", "2023 и 2024", "2025", ["2025"]],
    ["list markers", "one thing", "1. this\n2. that", []],
    ["a number of an address", "see https://a.eu/7", "7 things", ["7"]],
    ["repeated", "5 people", "5 people, all 5", []],
  ] as const) {
    it(name, () => assert.deepEqual(inventedNumbers(source, summary), expected));
  }

  for (const code of LANGUAGE_CODES) {
    it(`${code}: knows "${THREE[code]}" for 3, and not for 4`, () => {
      assert.deepEqual(inventedNumbers(THREE[code], "3; 4"), ["4"]);
    });
  }
});
