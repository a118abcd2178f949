import { isSameWord, isSplitOrJoined } from "./kindOfCorrection.ts";

interface Pair {
  readonly before: string;
  readonly after: string;
}

/** More pairs than this aren't looked through, nor longer passages: they were written anew. UTF-16 units. */
const MOST_PAIRS = 2500;
const LONGEST = 5000;

/**
 * Tells which of some words became which: the most that can be the same word in order are paired, a word that was
 * split or joined as well, and what is left between them stays together. Joined, the pairs are both texts.
 */
export function pairWords(from: readonly string[], to: readonly string[]): readonly Pair[] {
  const whole = { before: from.join(""), after: to.join("") };
  const isLong = from.length * to.length > MOST_PAIRS || whole.before.length + whole.after.length > LONGEST;
  if (isLong || (from.length === 1 && to.length === 1)) return [whole];
  const best = countPairs(from, to);
  const pairs: Pair[] = [];
  let rest: Pair = { before: "", after: "" };
  const add = (before: string, after: string) => {
    if (rest.before + rest.after !== "") pairs.push(rest);
    rest = { before: "", after: "" };
    pairs.push({ before, after });
  };
  let [left, right] = [0, 0];
  while (left < from.length || right < to.length) {
    const here = scoreAt(best, left, right);
    const way = WAYS.find(([takes, gives]) => {
      const isThere = left + takes <= from.length && right + gives <= to.length;
      return (
        isThere && here === scoreAt(best, left + takes, right + gives) + scoreOf(from, to, [left, right, takes, gives])
      );
    }) ?? [from.length - left, to.length - right];
    const before = from.slice(left, left + way[0]).join("");
    const after = to.slice(right, right + way[1]).join("");
    if (way[0] > 0 && way[1] > 0) add(before, after);
    else rest = { before: rest.before + before, after: rest.after + after };
    [left, right] = [left + way[0], right + way[1]];
  }
  if (rest.before + rest.after !== "") pairs.push(rest);
  return pairs;
}

/** How many words are taken of either side: one for one, joined, split, taken out, put in. */
const WAYS: readonly (readonly [takes: number, gives: number])[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [1, 0],
  [0, 1],
];

type Scores = readonly (readonly number[])[];

/** For each place in both lists, how much can be paired from there on. */
function countPairs(from: readonly string[], to: readonly string[]): Scores {
  const best: number[][] = Array.from({ length: from.length + 1 }, () => Array(to.length + 1).fill(0));
  for (let left = from.length; left >= 0; left -= 1) {
    for (let right = to.length; right >= 0; right -= 1) {
      const row = best[left];
      if (!row || (left === from.length && right === to.length)) continue;
      const reachable = WAYS.filter(([takes, gives]) => left + takes <= from.length && right + gives <= to.length);
      row[right] = Math.max(
        ...reachable.map(
          ([takes, gives]) =>
            scoreAt(best, left + takes, right + gives) + scoreOf(from, to, [left, right, takes, gives]),
        ),
      );
    }
  }
  return best;
}

function scoreAt(best: Scores, left: number, right: number): number {
  return best[left]?.[right] ?? 0;
}

/** What a way is worth; nothing for words that have nothing to do with each other, less than nothing would pair them. */
function scoreOf(
  from: readonly string[],
  to: readonly string[],
  [left, right, takes, gives]: readonly [number, number, number, number],
): number {
  if (takes === 0 || gives === 0) return 0;
  const before = from.slice(left, left + takes).map((word) => word.trim());
  const after = to.slice(right, right + gives).map((word) => word.trim());
  if (takes === 1 && gives === 1) return isSameWord(before[0] ?? "", after[0] ?? "") ? 2 : Number.NEGATIVE_INFINITY;
  return isSplitOrJoined(before, after) ? 3 : Number.NEGATIVE_INFINITY;
}
