import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { before, describe, it } from "mocha";
import { CYRILLIC_MODELS, LATIN_MODELS } from "../../../src/core/detection/languageModels.ts";
import { type PackedRows, unpackModels } from "../../../src/core/detection/packedModels.ts";

type PackRows = (table: ReadonlyMap<string, readonly number[]>) => PackedRows;

describe("packed models", () => {
  let packRows: PackRows;

  before(async () => {
    ({ packRows } = await import(pathToFileURL(path.resolve("scripts/languages/pack.mjs")).href));
  });

  for (const count of [1, 2, 3, 4, 6, 33]) {
    it(`come out as they went in, for ${count} languages: halves of a logarithm, and what is commoner than the twentieth level is on it`, () => {
      const levels = (of: number) => Array.from({ length: count }, (_, i) => (of + i) % 27);
      const names = Array.from(
        { length: 27 },
        (_, i) => [`${String.fromCharCode(97 + (i % 26))}${i % 10}`, i] as const,
      );
      const table = new Map(names.map(([name, of]) => [name, levels(of).map((level) => level / -2)]));
      const highest = Math.max(...[...table.values()].flat().map((one) => -2 * one));
      const { ngrams } = unpackModels({
        languages: levels(0).map(String),
        usual: [],
        ngrams: [packRows(table)],
        edges: { letters: 3, from: 0, rows: "" },
        words: [],
      });
      const expected = [...table].map(([name, of]) => [name, of.map((one) => Math.min(one, (highest - 19) / -2))]);
      assert.deepEqual(
        [...ngrams].map(([name, of]) => [name, [...of]]),
        expected,
      );
    });
  }

  it("have a level for each language in each row, and edges and words of each", () => {
    for (const packed of [LATIN_MODELS, CYRILLIC_MODELS]) {
      const { languages, usual, ngrams, edges, words } = unpackModels(packed);
      assert.equal(usual.length, languages.length);
      assert.equal(packed.words.length, languages.length);
      for (const rows of [ngrams, edges, words]) {
        assert.ok(rows.size > 100);
        assert.ok([...rows.values()].every((row) => row.length === languages.length && row.every((one) => one <= 0)));
      }
      assert.ok([...edges.keys()].every((name) => /^(?: \p{L}{2}|\p{L}{2} )$/u.test(name)));
      assert.ok([...words.keys()].every((word) => /^[\p{L}\p{M}]+$/u.test(word)));
    }
  });
});
