import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { chrf } from "../../../bench/model/chrf.ts";

/** Pairs of answer and reference, and what sacrebleu 2.6.0 gives for them (`nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no`). */
const KNOWN: readonly (readonly [readonly (readonly [string, string])[], number])[] = [
  [[["Der Hund schläft im Garten.", "Der Hund schläft im Garten."]], 100],
  [[["Le chat dort sur le tapis.", "Le chat est couché sur le tapis."]], 53.81587004022781],
  [[["abc", "xyz"]], 0],
  [[["ab", "abcdef"]], 31.25],
  [
    [
      ["Die Bibliothek öffnet um neun.", "Die Bücherei macht um neun Uhr auf."],
      ["Ja", "Ja."],
      ["Η βιβλιοθήκη είναι ανοιχτή", "Η βιβλιοθήκη ανοίγει στις 9"],
    ],
    36.88379822414621,
  ],
  [
    [
      ["a long answer to", "no"],
      ["the same", "the same"],
    ],
    93.42447916666669,
  ],
  [[["", "nothing came"]], 0],
  [[["emoji 😀 and more", "emoji 😀 or more"]], 48.99782714163796],
  [[["a\u202f: b\u00a0c", "a : b c"]], 100],
];

describe("chrF", () => {
  for (const [pairs, expected] of KNOWN) {
    it(`gives ${expected.toFixed(2)} for ${JSON.stringify(pairs[0]?.[0])}, as sacrebleu does`, () => {
      const found = chrf(pairs.map(([answer, reference]) => ({ answer, reference })));
      assert.ok(Math.abs(found - expected) < 1e-9, String(found));
    });
  }
});
