import { LANGUAGE_CODES, type LanguageCode } from "../languages.ts";
import type { Models } from "./packedModels.ts";
import { scoreWords } from "./scoreWords.ts";

/** How much likelier the first must be than the second: in natural logarithms, for texts shorter than this and longer. */
const LEAD = { short: 3, long: 1, letters: 40 };
/** How much likelier one of the 24 is than a neighbour's language: before a word is read, and with each letter. */
const PRIOR = { always: 3, byLetter: 0.05 };
/** How far a text may be from what is usual in its language, by triples of letters. */
const STRANGENESS = { always: 0.35, byRoot: 4 };
/** What share of the letters may stand in pieces that are clearly in another language. */
const FOREIGN = { share: 0.3, lead: 8 };

interface Piece {
  readonly letters: number;
  /** By language. */
  readonly scores: readonly number[];
}

/** The language of a text's pieces, given as words; `undefined` where it isn't clear or isn't one of the 24. */
export function weighPieces(pieces: readonly (readonly string[])[], models: Models): LanguageCode | undefined {
  const weighed = pieces.map((words) => ({ letters: countLetters(words), scores: scoreWords(words, models) }));
  const letters = weighed.reduce((sum, piece) => sum + piece.letters, 0);
  const prior = PRIOR.always + PRIOR.byLetter * letters;
  const totals = models.languages.map((code, i) => sumOf(weighed, i) - (isOneOfThe24(code) ? 0 : prior));
  const first = indexOfMost(totals);
  const second = Math.max(...totals.filter((_, index) => index !== first));
  const lead = letters < LEAD.letters ? LEAD.short : LEAD.long;
  const isClear =
    (totals[first] ?? 0) - second >= lead && isUsual(pieces.flat(), first, models) && !isMixed(weighed, first, letters);
  return isClear ? LANGUAGE_CODES.find((code) => code === models.languages[first]) : undefined;
}

function countLetters(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

function sumOf(pieces: readonly Piece[], language: number): number {
  return pieces.reduce((sum, { scores }) => sum + (scores[language] ?? 0), 0);
}

function isOneOfThe24(code: string): boolean {
  return LANGUAGE_CODES.some((one) => one === code);
}

function indexOfMost(scores: readonly number[]): number {
  return scores.reduce((best, score, index) => (score > (scores[best] ?? 0) ? index : best), 0);
}

/** A language that has no model is likest to some other, and yet unlike it. */
function isUsual(words: readonly string[], language: number, models: Models): boolean {
  const triples = words.reduce((sum, word) => sum + Math.max(1, word.length - 2), 0);
  const score = scoreWords(words, { ...models, words: new Map() })[language] ?? 0;
  const usual = models.usual[language] ?? 0;
  return score / triples >= usual - STRANGENESS.always - STRANGENESS.byRoot / Math.sqrt(triples);
}

function isMixed(pieces: readonly Piece[], language: number, letters: number): boolean {
  const foreign = pieces.filter(({ scores }) => Math.max(...scores) - (scores[language] ?? 0) >= FOREIGN.lead);
  return foreign.reduce((sum, piece) => sum + piece.letters, 0) > FOREIGN.share * letters;
}
