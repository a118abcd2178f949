// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of this form are what is looked for here.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { differenceOf } from "../../../src/core/differenceOf.ts";
import { findPlaceholders, proseOf } from "../../../src/core/writing/literals.ts";

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

describe("T6: literals of a text that is made to take long", () => {
  it("backticks that are never closed", () => {
    const text = Array.from({ length: 1000 }, (_, index) => "`".repeat(index + 1)).join(" 7 ");
    assert.equal(proseOf(text).match(/7/gu)?.length, 999);
  }).timeout(2000);
});

describe("differenceOf", () => {
  it("counts", () =>
    assert.deepEqual(differenceOf(["1", "1", "2"], ["2", "1", "3"]), { missing: ["1"], added: ["3"] }));
});
