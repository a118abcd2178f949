import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DEFAULT_OUTPUT_PATTERN, findPatternFault, outputPath } from "../../../src/core/document/outputPath.ts";

describe("outputPath", () => {
  for (const [pattern, source, expected] of [
    [DEFAULT_OUTPUT_PATTERN, "docs/a.md", "docs/a.ga.md"],
    [DEFAULT_OUTPUT_PATTERN, "a.md", "a.ga.md"],
    [DEFAULT_OUTPUT_PATTERN, "/a.md", "/a.ga.md"],
    [DEFAULT_OUTPUT_PATTERN, "docs/LEIA-ME", "docs/LEIA-ME.ga"],
    [DEFAULT_OUTPUT_PATTERN, "docs/.notes", "docs/.notes.ga"],
    [DEFAULT_OUTPUT_PATTERN, "v1.2/άλφα.beta.md", "v1.2/άλφα.beta.ga.md"],
    ["i18n/{lang}/{dir}/{name}{ext}", "docs/a.md", "i18n/ga/docs/a.md"],
    ["i18n/{lang}/{dir}/{name}{ext}", "a.md", "i18n/ga/a.md"],
    ["{dir}/../{lang}/{name}{ext}", "docs/en/a.md", "docs/ga/a.md"],
    ["{dir}/../../../{name}{ext}", "docs/a.md", "../../a.md"],
    ["/{dir}/../../../{name}{ext}", "docs/a.md", "/a.md"],
    ["{dir}/{name}.{lang}{ext}", "{lang}/{name}.md", "{lang}/{name}.ga.md"],
  ] as const) {
    it(`${pattern} of ${source}`, () => assert.equal(outputPath({ pattern, source, language: "ga" }), expected));
  }

  it("names what is wrong with a pattern", () => {
    assert.deepEqual(["{dir}/{name}", "a/{locale}{x}", "out/", "", "out\\"].map(findPatternFault), [
      undefined,
      "{locale}",
      "",
      "",
      "",
    ]);
  });
});
