import { closePairs, gain } from "./gain.mjs";

/** What is taken for the share of words of an edge that doesn't occur; and rarer than this in every language, it tells too little. */
const UNSEEN = 3e-4;
const COMMON = 1e-3;

/**
 * How often words begin or end with two letters: those that tell the languages apart the most. An edge is a blank.
 *
 * @param {Map<string, number>[]} counts of each language's words
 * @returns {Map<string, number[]>} the logarithms of the shares by language
 */
export function chooseEdges({ languages, counts, edges }) {
  const tables = counts.map(countEdges);
  const names = new Set(tables.flatMap((of) => [...of].filter(([, share]) => share > COMMON).map(([name]) => name)));
  const close = closePairs(languages);
  const rated = [...names].map((name) => {
    const frequencies = tables.map((of) => Math.max(of.get(name) ?? 0, UNSEEN));
    return { name, frequencies, worth: gain({ frequencies, close }) };
  });
  const best = rated.sort((a, b) => b.worth - a.worth || (a.name < b.name ? -1 : 1)).slice(0, edges);
  return new Map(best.map(({ name, frequencies }) => [name, frequencies.map(Math.log)]));
}

function countEdges(counts) {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const shares = new Map();
  for (const [word, n] of counts) {
    if (word.length < 2) continue;
    for (const name of [` ${word.slice(0, 2)}`, `${word.slice(-2)} `])
      shares.set(name, (shares.get(name) ?? 0) + n / total);
  }
  return shares;
}
