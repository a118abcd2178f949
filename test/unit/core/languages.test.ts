import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { baseLanguage, findLanguage, LANGUAGE_CODES, listLanguages } from "../../../src/core/languages.ts";

describe("languages", () => {
  it("lists the 24, sorted by endonym, Latin before Greek before Cyrillic", () => {
    const codes = listLanguages().map(({ code }) => code);
    assert.deepEqual(codes.toSorted(), [...LANGUAGE_CODES]);
    assert.deepEqual(codes, [
      "cs",
      "da",
      "de",
      "et",
      "en",
      "es",
      "fr",
      "ga",
      "hr",
      "it",
      "lv",
      "lt",
      "hu",
      "mt",
      "nl",
      "pl",
      "pt",
      "ro",
      "sk",
      "sl",
      "fi",
      "sv",
      "el",
      "bg",
    ]);
  });

  it("puts the recently used first, in their order and once", () => {
    assert.deepEqual(
      listLanguages(["mt", "pt-PT", "mt"])
        .slice(0, 3)
        .map(({ code }) => code),
      ["mt", "pt-PT", "cs"],
    );
    assert.equal(listLanguages(["mt"]).length, 24);
  });

  for (const [given, expected] of [
    ["EL", "el"],
    [" pt-pt ", "pt-PT"],
    ["en-ie", "en-IE"],
    ["pt-BR", undefined],
    ["no", undefined],
    ["", undefined],
    ["toString", undefined],
  ] as const) {
    it(`finds ${JSON.stringify(given)} as ${expected}`, () => assert.equal(findLanguage(given)?.code, expected));
  }

  it("knows the language of a variant", () => assert.equal(baseLanguage("pt-PT"), "pt"));
});
