import { LANGUAGE_CODES, type LanguageCode } from "../languages.ts";
import type { Models } from "./packedModels.ts";
import { scoreWords } from "./scoreWords.ts";

/** How much likelier the first must be than the second, in natural logarithms: more so for each letter short of so many. */
const LEAD = { always: 1, byMissing: 0.15, letters: 40 };
/**
 * How much likelier one of the 24 is than a neighbour's language: before a word is read, and with each letter. Galician's
 * frequencies were counted in messages of a program, which Portuguese ones are like.
 */
const PRIOR = { always: 3, byLetter: 0.06, byLetterOfGalician: 0.13 };
/** How far a text may be from what is usual in its language, by triples of letters: farther if no other comes near. */
const STRANGENESS = { always: 0.1, byRoot: 3, byLead: 1.6 };
/** What share of the letters may stand in pieces that are clearly in another language; kin come near in a short piece. */
const FOREIGN = { share: 0.3, lead: 8, leadByLetter: 0.25 };

interface Piece {
  readonly letters: number;
  /** By language. */
  readonly scores: readonly number[];
}

/** The language of a text's pieces, given as words; `undefined` where it isn't clear or isn't one of the 24. */
export function weighPieces(pieces: readonly (readonly string[])[], models: Models): LanguageCode | undefined {
  const weighed = pieces.map((words) => weigh(words, models));
  const letters = weighed.reduce((sum, piece) => sum + piece.letters, 0);
  const totals = models.languages.map((code, i) => sumOf(weighed, i) - (isOneOfThe24(code) ? 0 : PRIOR.always));
  const first = indexOfMost(totals);
  const second = Math.max(...totals.filter((_, index) => index !== first));
  const lead = (totals[first] ?? 0) - second;
  const isClear =
    lead >= LEAD.always + LEAD.byMissing * Math.max(0, LEAD.letters - letters) &&
    strangeness(pieces.flat(), first, models) <= STRANGENESS.byLead * (lead / letters) &&
    !isMixed(weighed, first, letters);
  return isClear ? LANGUAGE_CODES.find((code) => code === models.languages[first]) : undefined;
}

function weigh(words: readonly string[], models: Models): Piece {
  const letters = countLetters(words);
  const scores = scoreWords(words, models);
  return { letters, scores: scores.map((score, i) => score - priorByLetter(models.languages[i] ?? "") * letters) };
}

function priorByLetter(code: string): number {
  if (isOneOfThe24(code)) return 0;
  return code === "gl" ? PRIOR.byLetterOfGalician : PRIOR.byLetter;
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

/** A language that has no model is likest to some other, and yet unlike it: by how much more than happens, in logarithms. */
function strangeness(words: readonly string[], language: number, models: Models): number {
  const triples = words.reduce((sum, word) => sum + Math.max(1, word.length - 2), 0);
  const score = scoreWords(words, { ...models, edges: new Map(), words: new Map() })[language] ?? 0;
  const usual = models.usual[language] ?? 0;
  return usual - STRANGENESS.always - STRANGENESS.byRoot / Math.sqrt(triples) - score / triples;
}

function isMixed(pieces: readonly Piece[], language: number, letters: number): boolean {
  const foreign = pieces.filter(
    (piece) =>
      Math.max(...piece.scores) - (piece.scores[language] ?? 0) >=
      Math.max(FOREIGN.lead, FOREIGN.leadByLetter * piece.letters),
  );
  return foreign.reduce((sum, piece) => sum + piece.letters, 0) > FOREIGN.share * letters;
}
