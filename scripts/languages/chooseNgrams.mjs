import { closePairs, gain } from "./gain.mjs";

/** Rarer than this in every language, a letter or a pair of letters tells too little for its room. */
const COMMON = [1e-4, 5e-4];
/** What is taken for the frequency of what doesn't occur. */
export const UNSEEN = [2e-5, 5e-6, 2e-6];

/**
 * The letters, pairs and triples whose frequencies tell the languages apart. A triple's is kept only where the pairs in
 * it estimate it badly: the most where they mislead most.
 *
 * @param {Map<string, number>[][]} tables of each language, for one, two and three letters
 * @returns {{ ngrams: Map<string, number[]>[], usual: number[] }} for one, two and three letters the logarithms of the
 *   frequencies by language; and the mean logarithm of a triple in a text of each language
 */
export function chooseNgrams({ languages, tables, triples }) {
  const close = closePairs(languages);
  const [letters, pairs] = COMMON.map((least, order) => {
    const names = new Set(tables.flatMap((of) => [...of[order]].filter(([, p]) => p > least).map(([name]) => name)));
    return new Map([...names].sort().map((name) => [name, logarithms(tables, order, name)]));
  });
  const names = new Set(tables.flatMap((of) => [...of[2]].filter(([, p]) => p > 1e-5).map(([name]) => name)));
  const gains = [...names].map((name) => [
    name,
    gain({
      frequencies: tables.map((of) => Math.max(of[2].get(name) ?? 0, 1e-6)),
      estimates: estimate({ letters, pairs, tables }, name),
      close,
    }),
  ]);
  const best = gains.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, triples);
  const kept = new Map(best.map(([name]) => [name, logarithms(tables, 2, name)]));
  return { ngrams: [letters, pairs, kept], usual: usual({ letters, pairs, tables, kept }) };
}

/** The mean logarithm that a language's own triples have. */
function usual(models) {
  return models.tables.map((of, language) => {
    let [total, weight] = [0, 0];
    for (const [name, p] of of[2]) {
      if (p < 1e-6) continue;
      total += p * (models.kept.get(name) ?? estimate(models, name))[language];
      weight += p;
    }
    // A text finds itself less strange than others of its language are.
    return Math.round((100 * total) / weight - (of.isFromText ? 80 : 0)) / 100;
  });
}

function logarithms(tables, order, name) {
  // What a small text lacks may be common enough.
  return tables.map((of) => Math.log(Math.max(of[order].get(name) ?? 0, UNSEEN[order] * (of.isFromText ? 3 : 1))));
}

/** As src/core/detection/scoreWord.ts has it. */
function estimate({ letters, pairs, tables }, name) {
  const [a, b, c] = [...name];
  const none = tables.map(() => Math.log(UNSEEN[0]));
  const one = (letter) => letters.get(letter) ?? none;
  const two = (first, second) => pairs.get(first + second) ?? one(first).map((p, i) => p + one(second)[i]);
  return two(a, b).map((p, i) => Math.max(p + two(b, c)[i] - one(b)[i], -15));
}
