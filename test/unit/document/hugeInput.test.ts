import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { translateDocument } from "../../../src/core/document/translateDocument.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { compareDocuments } from "../../support/documents/compareDocuments.ts";
import { translateBy } from "../../support/documents/run.ts";
import { fakeModel } from "../../support/fakeModel.ts";

const MEGABYTE = 2 ** 20;
const LEVELS = 1000;
const lines = (length: number, line: (level: number) => string) =>
  Array.from({ length }, (_, level) => line(level)).join("");

/** So long, so unfinished or so deep that a reader could lose itself in it. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "50 quotes in one another": `${"> ".repeat(50)}some words\n`,
  "49 lists in one another on a line": `${"- ".repeat(49)}some words\n`,
  "49 lists in one another, each on its line": lines(49, (level) => `${"  ".repeat(level)}- some words ${level}\n`),
  "20 admonitions in one another": lines(20, (level) => `${"    ".repeat(level)}!!! note "Some words"\n`),
  "1,000 elements in one another": `${"<div>\n".repeat(LEVELS)}some words\n`,
  "1,000 marks of emphasis that aren't closed": `${"*a **b ".repeat(LEVELS)}some words\n`,
  "5,000 braces that aren't closed": `${"{".repeat(5 * LEVELS)} some words\n`,
  "10,000 dollars that aren't closed": `${"$a ".repeat(10 * LEVELS)}some words\n`,
  "a fence that isn't closed": `some words\n\n\`\`\`js\n${"const some = words;\n".repeat(10_000)}`,
  "2,001 fences": "```\nsome words\n".repeat(2001),
  "a comment that isn't closed": `some words\n\n<!-- no end\n${"some words\n\n".repeat(5000)}`,
  "a paragraph of 20,000 lines": "some words\n".repeat(20_000),
  "a list of 10,000 items": "- some words\n".repeat(10_000),
  "a table of 5,000 rows": `| some | words |\n|--|--|\n${"| some | words |\n".repeat(5000)}`,
};

/** Nested deeper than is looked for, and how much of it is translated. Behind it all is as ever. */
const NESTED: Readonly<Record<string, readonly [text: string, translated: number]>> = {
  "1,000 quotes in one another": [`${"> ".repeat(LEVELS)}some words\n`, 0],
  "1,000 lists in one another on a line": [`${"- ".repeat(LEVELS)}some words\n`, 0],
  "1,000 numbered lists in one another": [`${"1. ".repeat(LEVELS)}some words\n`, 0],
  "500 quotes and lists in turn": [`${"> - ".repeat(LEVELS / 2)}some words\nsome words\n`, 0],
  "150 lists in one another, each on its line": [
    lines(150, (level) => `${"  ".repeat(level)}- some words ${level}\n`),
    49,
  ],
  "120 lists in one another, and back again": [
    lines(240, (level) => `${"  ".repeat(level < 120 ? level : 239 - level)}- some words ${level}\n`),
    98,
  ],
  "200 quotes in one another, each on its line": [
    lines(200, (level) => `${">".repeat(level + 1)} some words ${level}\n\n`),
    98,
  ],
  "100 admonitions in one another": [
    lines(100, (level) => `${"    ".repeat(level)}!!! note\n\n${"    ".repeat(level + 1)}some words\n\n`),
    24,
  ],
  "a fence, a table and a heading deep down": [
    `${"- ".repeat(60)}# some words\n${"  ".repeat(60)}\`\`\`\n${"  ".repeat(60)}some words\n\n${"  ".repeat(60)}| some words |\n${"  ".repeat(60)}|--|\n`,
    0,
  ],
};

describe("documents that are hard to read", () => {
  const louder = (text: string) => text.replaceAll("some words", "λίγες λέξεις");

  for (const [name, text] of Object.entries(DOCUMENTS)) {
    it(`keeps ${name}`, async () => {
      const { text: output, counts } = await translateBy({ format: "markdown", text }, louder);
      // Where nothing but the words changed in place, two more readings of it would tell nothing.
      const difference = output === louder(text) ? undefined : compareDocuments(text, output);
      assert.deepEqual([difference, counts.kept], [undefined, 0]);
    }).timeout(60_000);
  }

  for (const [name, [nested, translated]] of Object.entries(NESTED)) {
    it(`leaves what is nested too deeply as it was, lists it and goes on behind it: ${name}`, async () => {
      const text = `some words\n\n${nested}\n# some words\n`;
      const { text: output, counts, issues } = await translateBy({ format: "markdown", text }, louder);
      assert.equal(compareDocuments(text, output), undefined);
      assert.equal(counts.accepted + counts.memory, translated + 2);
      assert.equal(issues[0]?.kind, "nested");
      for (const { kind, source, output: place } of issues) {
        assert.equal(kind, "nested");
        assert.equal(output.slice(place.start, place.end), text.slice(source.start, source.end));
      }
      assert.ok(output.endsWith("\n# λίγες λέξεις\n"));
    }).timeout(60_000);
  }

  for (const format of ["markdown", "mdx", "text"] as const) {
    it(`translates a line of a megabyte as ${format}`, async () => {
      const text = "some words ".repeat(MEGABYTE / 11).trim();
      assert.equal((await translateBy({ format, text }, louder)).text, louder(text));
    }).timeout(60_000);
  }

  it("keeps a line that no model takes, and names the reason", async () => {
    const text = `some words\n\n${"more of them ".repeat(MEGABYTE / 13).trim()}\n`;
    const model = fakeModel((sent) => {
      if (sent.length > 10_000) throw new AssistantError("contextExceeded");
      return louder(sent);
    });
    const found = await translateDocument({
      ...{ text, format: "markdown", model, task: { kind: "translate", to: "el", formality: "auto" } },
      detectLanguage: async () => undefined,
      signal: new AbortController().signal,
    });
    assert.equal(found.text, louder(text));
    assert.deepEqual(
      found.issues.map(({ kind, error }) => [kind, error]),
      [["fault", "contextExceeded"]],
    );
  }).timeout(60_000);
});
