import { findScript, type Script, wordsIn } from "./findScript.ts";
import { samplePieces } from "./samplePieces.ts";

/** Fewer letters are a name or a word that several languages have; letters by themselves are none. */
const MIN_LETTERS = 20;

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
  if (script === undefined || lettersInWords(prose) < MIN_LETTERS) return undefined;
  return { script, pieces: pieces.map((piece) => wordsIn(piece, script)) };
}

function lettersInWords(prose: string): number {
  return (prose.match(/[\p{L}\p{M}]{2,}/gu) ?? []).reduce((sum, word) => sum + word.length, 0);
}
