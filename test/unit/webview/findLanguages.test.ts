import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findLanguages } from "../../../src/webview/findLanguages.ts";
import { format } from "../../../src/webview/format.ts";

const CASES: Readonly<Record<string, readonly string[]>> = {
  malt: ["mt"],
  ελλ: ["el"],
  бълг: ["bg"],
  ces: ["cs"],
  CES: ["cs"],
  slov: ["sk", "sl"],
  ga: ["ga"],
  ir: ["ga", "en-IE"],
  portugal: ["pt-PT"],
  fin: ["fi"],
  "  suo ": ["fi"],
  hr: ["hr"],
  klingon: [],
};

describe("findLanguages", () => {
  for (const [typed, expected] of Object.entries(CASES)) {
    it(`finds ${expected.join(", ") || "nothing"} for “${typed}”`, () => {
      assert.deepEqual(
        findLanguages(typed, []).map(({ code }) => code),
        expected,
      );
    });
  }

  it("lists all 24 for nothing typed, the recent ones first", () => {
    const all = findLanguages("", ["mt", "en-IE"]).map(({ code }) => code);
    assert.deepEqual(all.slice(0, 2), ["mt", "en-IE"]);
    assert.deepEqual([all.length, new Set(all).size], [25, 25]);
  });
});

describe("format", () => {
  it("puts values into a label, and leaves braces in them alone", () => {
    assert.equal(format("{0} of {1}, {2}", "{1}", 5), "{1} of 5, {2}");
  });
});
