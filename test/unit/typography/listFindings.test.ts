import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findTypography } from "../../../src/core/typography/findTypography.ts";
import { listFindings } from "../../../src/core/typography/listFindings.ts";

const list = async (text: string) => {
  const edits = await findTypography(text, { language: "fr", markup: "plain" });
  return listFindings(text, edits).map(({ rule, count, edits: { length } }) => [rule, count, length]);
};

describe("listFindings", () => {
  it("tells each finding where there are few", async () => {
    assert.deepEqual(await list("Voici l'eau, d'hier... et \"a\""), [
      ["apostrophe", 1, 1],
      ["apostrophe", 1, 1],
      ["ellipsis", 1, 1],
      ["straightQuotes", 1, 2],
    ]);
  });

  it("tells once what a text mostly has", async () => {
    assert.deepEqual(await list(`${"Voici l'eau. ".repeat(9)}Où ?`), [
      ["apostrophe", 9, 1],
      ["highSpace", 1, 1],
    ]);
    assert.deepEqual(await list("Où ? ".repeat(8)), [["highSpace", 8, 1]]);
    assert.deepEqual(await list(`${"Voici l'eau. ".repeat(9)}L’eau.`), [["apostrophe", 9, 1]]);
    assert.deepEqual(await list("Soit 1,234,567 ou 2,345,678 ou 3,456,789."), [["groupMark", 3, 1]]);
  });

  it("tells each where a text mostly has it right", async () => {
    const told = await list(`${"Voici l'eau. ".repeat(3)}${"Voici l’eau. ".repeat(3)}`);
    assert.deepEqual(
      told,
      Array.from({ length: 3 }, () => ["apostrophe", 1, 1]),
    );
  });
});
