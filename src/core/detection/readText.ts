import { findScript, type Script, wordsIn } from "./findScript.ts";
import { samplePieces } from "./samplePieces.ts";

/**
 * Fewer letters are a name or a word that several languages have; letters by themselves are none. Words that are written
 * small throughout are no names: fewer letters of several such are enough.
 */
const LEAST = { letters: 20, small: { letters: 12, words: 2 } };
const WORD = /[\p{L}\p{M}]{2,}/gu;
const SMALL_WORD = /(?<!\p{L})\p{Ll}[\p{Ll}\p{M}]+(?!\p{L})/gu;

export interface ReadText {
  readonly script: Script;
  /** The words of a few lines or sentences each, in small letters. */
  readonly pieces: readonly (readonly string[])[];
}

/** What there is to tell a text's language by; `undefined` for too little, and where no script stands out. */
export function readText(text: string): ReadText | undefined {
  const pieces = samplePieces(text);
  const prose = pieces.join("\n");
  const script = findScript(prose);
  if (script === undefined || isTooShort(prose)) return undefined;
  return { script, pieces: pieces.map((piece) => wordsIn(piece, script)) };
}

function isTooShort(prose: string): boolean {
  const small = prose.match(SMALL_WORD) ?? [];
  const hasSmall = small.length >= LEAST.small.words && lettersIn(small) >= LEAST.small.letters;
  return !hasSmall && lettersIn(prose.match(WORD) ?? []) < LEAST.letters;
}

function lettersIn(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}
