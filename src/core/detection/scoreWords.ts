import type { Models } from "./packedModels.ts";

/** What is taken for the logarithm of a letter's frequency that no language has. */
const UNSEEN = Math.log(2e-5);
/** The least that a triple's estimate can be, so that one strange word doesn't decide. */
const LEAST = -15;

/**
 * How likely words are in each language: the logarithms, nearer to 0 is likelier, in the order of the models. The words
 * in small letters, in NFC.
 */
export function scoreWords(words: readonly string[], models: Models): readonly number[] {
  const sums = new Float64Array(models.languages.length);
  for (const word of words) addWord(sums, word, models);
  return [...sums];
}

function addWord(sums: Float64Array, word: string, { ngrams, edges, words }: Models): void {
  for (const row of [words.get(word), edges.get(` ${word.slice(0, 2)}`), edges.get(`${word.slice(-2)} `)])
    if (row) add(sums, row);
  if (word.length < 3) add(sums, word.length === 1 ? letter(word, sums, ngrams) : pair(word, sums, ngrams));
  for (let at = 0; at + 3 <= word.length; at += 1) {
    const triple = word.slice(at, at + 3);
    add(sums, ngrams.get(triple) ?? estimate(triple, sums, ngrams));
  }
}

type Row = ArrayLike<number>;
type Rows = ReadonlyMap<string, Row>;

function letter(name: string, like: Row, ngrams: Rows): Row {
  return ngrams.get(name) ?? new Float32Array(like.length).fill(UNSEEN);
}

/** Where a pair is rare, its letters are taken to come together by chance. */
function pair(name: string, like: Row, ngrams: Rows): Row {
  const known = ngrams.get(name);
  if (known) return known;
  const second = letter(name.charAt(1), like, ngrams);
  return Float32Array.from(letter(name.charAt(0), like, ngrams), (first, i) => first + at(second, i));
}

/** A triple that has no row of its own is what its pairs make of it. */
function estimate(name: string, like: Row, ngrams: Rows): Row {
  const middle = letter(name.charAt(1), like, ngrams);
  const second = pair(name.slice(1), like, ngrams);
  return Float32Array.from(pair(name.slice(0, 2), like, ngrams), (first, i) =>
    Math.max(first + at(second, i) - at(middle, i), LEAST),
  );
}

function at(row: Row, index: number): number {
  return row[index] ?? 0;
}

function add(sums: Float64Array, row: Row): void {
  for (let i = 0; i < sums.length; i += 1) sums[i] = at(sums, i) + at(row, i);
}
