// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of this form are what is looked for here.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { differenceOf } from "../../../src/core/differenceOf.ts";
import { findNumbers, findPlaceholders } from "../../../src/core/writing/literals.ts";

describe("findPlaceholders", () => {
  for (const [text, expected] of [
    [
      "{name} {{ user.name }} ${x} %s %d %(count)d %1$s %@ {0}",
      ["{name}", "{{ user.name }}", "${x}", "%s", "%d", "%(count)d", "%1$s", "%@", "{0}"],
    ],
    ["100 % sûr, 50% de, 5 %", []],
    ["{count, plural, one}", ["{count, plural, one}"]],
    ["ein {Satz in Klammern, der länger ist}", []],
  ] as const) {
    it(text, () => assert.deepEqual(findPlaceholders(text), expected));
  }
});

describe("findNumbers", () => {
  for (const [text, expected] of [
    ["1,234.5 and 12", ["12345", "12"]],
    ["1.234,5 und 12", ["12345", "12"]],
    ["1 234,5 et 12", ["12345", "12"]],
    ["1\u202f234,5 à 12\u00a0%", ["12345", "12"]],
    ["12 345 678 obyvateľov", ["12345678"]],
    ["10’000", ["10000"]],
    ["9:30, 9.30, 2026-11-25", ["9", "30", "930", "2026", "11", "25"]],
    ["MP3, B2B, utf8, x86_64", []],
    ["`v1` https://a.eu/2 {0} %1$s", []],
    ["``1 ` 2`` 3 `4 5", ["3", "4", "5"]],
    ["`1\n2`", ["1", "2"]],
    ["1. first\n2. second 3", ["3"]],
    ["3rd, 3., 3º", ["3", "3", "3"]],
  ] as const) {
    it(text, () => assert.deepEqual(findNumbers(text), expected));
  }
});

describe("T6: literals of a text that is made to take long", () => {
  it("backticks that are never closed", () => {
    const text = Array.from({ length: 1000 }, (_, index) => "`".repeat(index + 1)).join(" 7 ");
    assert.equal(findNumbers(text).length, 999);
  }).timeout(2000);
});

describe("differenceOf", () => {
  it("counts", () =>
    assert.deepEqual(differenceOf(["1", "1", "2"], ["2", "1", "3"]), { missing: ["1"], added: ["3"] }));
});
