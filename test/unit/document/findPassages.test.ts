import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findPassages } from "../../../src/core/document/findPassages.ts";
import { hashText } from "../../../src/core/memory/hashText.ts";

/** What stood somewhere before, the document now, and where it is found: "at" a line, or nowhere. */
const CASES: readonly [what: string, before: string, passage: string, now: string, offset: number | undefined][] = [
  ["a paragraph that moved", "One.\n\nTwo.\n", "Two.", "Two.\n\nOne.\n", 0],
  ["one that was changed", "One.\n\nTwo.\n", "Two.", "One.\n\nTwo, and more.\n", undefined],
  ["one that is part of another now", "One.\n\nTwo.\n", "Two.", "One. Two.\n", undefined],
  ["one that is code now", "One.\n\nTwo.\n", "Two.", "One.\n\n    Two.\n", undefined],
  ["a title in a link", '[a](b "Two")\n', "Two", 'More [a](c "Two")\n', 12],
  ["a value of front matter", "---\ntitle: Two\n---\n", "Two", "---\ntags: [x]\ntitle: Two\n---\n", 21],
  ["front matter that can't be read", "---\ntitle: [\n---\n", "title: [", "---\ntitle: [\n---\nTwo.\n", 4],
  ["the nearest of several", "Two.\n\nOne.\n\nTwo.\n", "Two.", "Two.\n\nOne.\n\nOne.\n\nTwo.\n", 0],
];

describe("passages of an earlier state of a document", () => {
  for (const [what, before, passage, text, offset] of CASES)
    it(`finds ${what}`, async () => {
      const passages = [{ hash: hashText(passage), start: before.indexOf(passage) }];
      const range = offset === undefined ? undefined : { start: offset, end: offset + passage.length };
      assert.deepEqual(await findPassages({ text, format: "markdown", passages }), [range]);
    });

  it("takes for the nearest the one whose beginning is", async () => {
    const passages = [16, 0].map((start) => ({ hash: hashText("Two."), start }));
    const text = "Two.\n\nOne.\n\nOne.\n\nTwo.\n";
    assert.deepEqual(await findPassages({ text, format: "text", passages }), [
      { start: 18, end: 22 },
      { start: 0, end: 4 },
    ]);
  });
});
