import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareMarkdown } from "../../../src/core/markdown/compareMarkdown.ts";
import { findLiterals } from "../../../src/core/markdown/findLiterals.ts";
import { isTangled } from "../../../src/core/markdown/isTangled.ts";
import { repairMarkdown } from "../../../src/core/markdown/repairMarkdown.ts";
import { findTypography } from "../../../src/core/typography/findTypography.ts";

const NESTED = `${"[".repeat(20_000)}a${"](b)".repeat(20_000)}`;
const RUNS = Array.from({ length: 700 }, (_, index) => "`".repeat(index)).join(" ");

const UNFINISHED = "[a](".repeat(40_000);
const LISTS = `${"- ".repeat(40_000)}a`;

describe("T6: Markdown that is made to take long", () => {
  for (const [name, answer] of [
    ["links inside links", NESTED],
    ["images inside images", `${"![".repeat(20_000)}a${"](b)".repeat(20_000)}`],
    ["runs of backticks", RUNS],
    ["links without an end", UNFINISHED],
    ["lists inside lists in one line", LISTS],
  ] as const) {
    it(`${name}: seen as another text, and neither read nor mended`, async () => {
      assert.deepEqual(await compareMarkdown("**a**", answer, { keepBlocks: true }), [
        { kind: "blocks", missing: [], added: [] },
      ]);
      assert.equal(await repairMarkdown("**a** `b`", answer), answer);
      assert.deepEqual(await findLiterals(answer), []);
      assert.deepEqual(await findTypography(answer, { language: "en", markup: "markdown" }), []);
    }).timeout(2000);
  }

  it("an answer that is many times its source isn't mended", async () => {
    const answer = "** a ** `b` ".repeat(20_000);
    assert.equal(await repairMarkdown("**a** `b`", answer), answer);
  }).timeout(2000);

  for (const word of ["a_b_", "1,", "&amp", "\\(a"]) {
    it(`${word}, thousands of times without a blank: compared in time`, async () => {
      const text = word.repeat(40_000);
      assert.deepEqual(await compareMarkdown(text, text, { keepBlocks: true }), []);
    }).timeout(10_000);
  }

  for (const text of [
    "[![a](b)](c) and `x` and ``y`z``",
    `${"[a](b)\n".repeat(1000)}`,
    `${"[\n\n".repeat(1000)}`,
    `${"- [ ] Hausaufgabe\n".repeat(500)}`,
    `${"- [a](b)\n".repeat(6000)}`,
    "- ".repeat(80),
    "-".repeat(400),
  ]) {
    it(`is none: ${JSON.stringify(text.slice(0, 20))}`, () => assert.equal(isTangled(text), false));
  }
});
