import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { applyCorrections, placesAfter } from "../../../../src/core/writing/corrections/applyCorrections.ts";
import { listCorrections } from "../../../../src/core/writing/corrections/listCorrections.ts";

/** As `before→after kind`, a line for each. */
const list = (source: string, corrected: string) =>
  listCorrections(source, corrected).map(({ before, after, kind }) => `${before}→${after} ${kind}`);

describe("listCorrections", () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      "en",
      "I recieve alot of mail , its nice",
      "I receive a lot of mail, it's nice.",
      ["recieve→receive spelling", "alot→a lot spelling", "mail →mail spacing", "its→it's spelling", "→. punctuation"],
    ],
    [
      "en",
      "He go to school on monday",
      "He goes to the school on Monday",
      ["go→goes word", "→the  word", "monday→Monday capitals"],
    ],
    [
      "fr",
      "Les enfant joue dans le jardins.",
      "Les enfants jouent dans les jardins.",
      ["enfant→enfants ending", "joue→jouent ending", "le→les word"],
    ],
    [
      "de",
      "Die Kinder spielt im garten weil es schön ist",
      "Die Kinder spielen im Garten, weil es schön ist.",
      ["spielt→spielen ending", "garten→Garten capitals", "→, punctuation", "→. punctuation"],
    ],
    [
      "el",
      "Η βιβλιοθηκη ειναι ανοιχτη",
      "Η βιβλιοθήκη είναι ανοιχτή",
      ["βιβλιοθηκη→βιβλιοθήκη spelling", "ειναι→είναι spelling", "ανοιχτη→ανοιχτή spelling"],
    ],
    [
      "bg",
      "Библиотекта е отворен.",
      "Библиотеката е отворена.",
      ["Библиотекта→Библиотеката ending", "отворен→отворена ending"],
    ],
    ["mt", "Il-librerija hija miftuħ", "Il-librerija hija miftuħa", ["miftuħ→miftuħa ending"]],
    ["ga", "Tá an leabharlan oscailte", "Tá an leabharlann oscailte", ["leabharlan→leabharlann ending"]],
    [
      "fi",
      "Kirjastossa on paljo kirja",
      "Kirjastossa on paljon kirjoja",
      ["paljo→paljon ending", "kirja→kirjoja ending"],
    ],
    ["hu", "A könyvtárt kinyitják", "A könyvtárat kinyitják", ["könyvtárt→könyvtárat ending"]],
    ["et", "Raamatukogu on avatut", "Raamatukogu on avatud", ["avatut→avatud ending"]],
    ["pl", "Dzieci bawią sie w ogrodzie", "Dzieci bawią się w ogrodzie", ["sie→się spelling"]],
    ["cs", "Děti hráli venku", "Děti hrály venku", ["hráli→hrály ending"]],
    ["fr", "Il pleut, ce matin.", "Il pleut ce matin.", [",→ punctuation"]],
    ["it", "Qual'è un altra", "Qual è un’altra", ["Qual'è→Qual è spelling", "un altra→un’altra spelling"]],
    ["hu", "Nem tudom hogy jön e", "Nem tudom, hogy jön-e", ["→, punctuation", "jön e→jön-e spelling"]],
    ["fr", "C'est la", "C’est là", ["C'est→C’est punctuation", "la→là spelling"]],
    ["a flag", "Vive 🇬🇧 !", "Vive 🇮🇪 !", ["🇬🇧→🇮🇪 punctuation"]],
    ["a family", "👩‍👩‍👧 ok", "👩‍👦 ok", ["👩‍👩‍👧→👩‍👦 punctuation"]],
    ["what is put in at one place", "\n", "a ! a\n", ["→a ! a word"]],
    ["lines that end in CR and LF", "Ja\r\nnei\r\n", "\r\nnei\r\n", ["Ja→ word"]],
    ["emoji", "Ok 👍🏽 goood", "Ok 👍🏽 good", ["goood→good ending"]],
    ["one word", "teh", "the", ["teh→the word"]],
    ["other words", "The house is large", "The house is enormous", ["large→enormous wording"]],
    ["nothing", "Tout va bien.", "Tout va bien.", []],
  ];
  for (const [language, source, corrected, expected] of cases) {
    it(`${language}: ${source}`, () => assert.deepEqual(list(source, corrected), expected));
  }

  it("tells where each stands, so that any of them can be left out", () => {
    const source = "Les enfant joue. Ils ri.";
    const corrections = listCorrections(source, "Les enfants jouent. Ils rient.");
    assert.deepEqual(
      corrections.map(({ start, end }) => source.slice(start, end)),
      ["enfant", "joue", "ri"],
    );
    assert.equal(applyCorrections(source, corrections.slice(1)), "Les enfant jouent. Ils rient.");
  });

  it("gives the corrected text when all are applied, and the text itself when none is, whatever the texts", () => {
    const piece = fc.constantFrom(
      "a",
      "teh ",
      "the",
      "ħ",
      " ",
      "\n",
      "\r\n",
      "\u00a0",
      "😀",
      "🇪🇺",
      "!",
      "-",
      ".",
      ", ",
      "’",
      "É",
      "\u0301",
      "Ω",
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, text, (source, corrected) => {
        const corrections = listCorrections(source, corrected);
        assert.equal(applyCorrections(source, corrections), corrected);
        assert.equal(applyCorrections(source, []), source);
        const places = placesAfter(corrections).map(({ start, end }) => corrected.slice(start, end));
        assert.deepEqual(
          places,
          corrections.map(({ after }) => after),
        );
        for (const { start, end, before } of corrections) assert.equal(source.slice(start, end), before);
        const starts = corrections.filter(({ before }) => before === "").map(({ start }) => start);
        assert.equal(new Set(starts).size, starts.length);
        const isCut = (at: number) => source.slice(at - 1, at + 1) === "\r\n";
        assert.ok(!corrections.some(({ start, end }) => isCut(start) || isCut(end)));
      }),
      { numRuns: 2000 },
    );
  });
});
