import type { Finding } from "../finding.ts";
import { isSameWord, wordsOf } from "./kindOfCorrection.ts";
import { listCorrections } from "./listCorrections.ts";

/** A correction puts so many of a text's words otherwise at most, and so many in any case. */
const LARGEST_SHARE = 0.15;
const FEWEST_WORDS = 3;

/** Flags a correction that rewrote: that changed more words than spelling, grammar and punctuation explain. */
export function checkCorrection(source: string, answer: string): readonly Finding[] {
  const corrections = listCorrections(source, answer);
  const wordings = corrections.filter(({ kind }) => kind === "wording");
  const small = corrections.filter(({ kind }) => kind === "word").length;
  const rewritten = countRewritten(
    wordings.flatMap(({ before }) => wordsOf(before)),
    wordings.flatMap(({ after }) => wordsOf(after)),
  );
  // Sentences need an article or a particle now and then, but not at every turn.
  const share = (rewritten + small / 4) / Math.max(1, wordsOf(source).length);
  return rewritten >= FEWEST_WORDS && share > LARGEST_SHARE ? [{ kind: "rewritten", share: Math.min(1, share) }] : [];
}

/** Words that are looked for at another place: a text with more of them was written anew. */
const MOST_COMPARED = 500;

/** Words that came or went; one that stands elsewhere now, maybe in another form, was moved as grammar may ask. */
function countRewritten(deleted: readonly string[], inserted: readonly string[]): number {
  if (Math.max(deleted.length, inserted.length) > MOST_COMPARED) return Math.max(deleted.length, inserted.length);
  const left = [...inserted];
  const gone = deleted.filter((word) => {
    const at = left.findIndex((other) => isSameWord(word, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return Math.max(gone.length, left.length);
}
