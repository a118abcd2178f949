import { alignTokens, type Run } from "./alignTokens.ts";
import { compareWords } from "./compareWords.ts";
import type { Piece } from "./piece.ts";
import { splitSentences } from "./splitText.ts";

/** A sentence from so many characters on that stands elsewhere has been moved; a shorter one may be another. */
const SHORTEST_MOVED = 12;

/**
 * The difference of two texts for a reader: sentences that stand elsewhere are moved and whole, and within those
 * that changed it is told by words.
 */
export function compareTexts(from: string, to: string): readonly Piece[] {
  const runs = alignTokens(splitSentences(from), splitSentences(to));
  const moved = findMoved(runs);
  const pieces: Piece[] = [];
  let gap: { deleted: readonly string[]; inserted: readonly string[] } = { deleted: [], inserted: [] };
  const flush = () => {
    pieces.push(...compareGap(gap.deleted, gap.inserted, moved));
    gap = { deleted: [], inserted: [] };
  };
  for (const { kind, from: left, to: right } of runs) {
    if (kind === "equal") {
      flush();
      pieces.push(...left.flatMap((sentence, index) => compareWords(sentence, right[index] ?? "")));
    } else gap = { deleted: [...gap.deleted, ...left], inserted: [...gap.inserted, ...right] };
  }
  flush();
  return joinAlike(pieces);
}

/** Sentences that were taken out at one place and put in at another, once each. */
function findMoved(runs: readonly Run[]): ReadonlySet<string> {
  const list = (kind: Run["kind"]) =>
    runs.flatMap((run) => (run.kind === kind ? [...run.from, ...run.to].map((sentence) => sentence.trim()) : []));
  const [deleted, inserted] = [list("deleted"), list("inserted")];
  const isOnce = (sentence: string, all: readonly string[]) =>
    all.indexOf(sentence) === all.lastIndexOf(sentence) && all.includes(sentence);
  return new Set(
    deleted.filter(
      (sentence) => sentence.length >= SHORTEST_MOVED && isOnce(sentence, deleted) && isOnce(sentence, inserted),
    ),
  );
}

function compareGap(
  deleted: readonly string[],
  inserted: readonly string[],
  moved: ReadonlySet<string>,
): readonly Piece[] {
  const left = splitAtMoved(deleted, moved);
  const right = splitAtMoved(inserted, moved);
  const count = Math.max(left.length, right.length);
  return Array.from({ length: count }, (_, index) => {
    const [before, after] = [left[index], right[index]];
    return [
      ...compareWords(before?.text ?? "", after?.text ?? ""),
      ...piece("movedFrom", before?.moved),
      ...piece("movedTo", after?.moved),
    ];
  }).flat();
}

interface Stretch {
  readonly text: string;
  /** The moved sentence at its end; the last stretch has none. */
  readonly moved: string | undefined;
}

function splitAtMoved(sentences: readonly string[], moved: ReadonlySet<string>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let text = "";
  for (const sentence of sentences) {
    if (moved.has(sentence.trim())) {
      stretches.push({ text, moved: sentence });
      text = "";
    } else text += sentence;
  }
  return [...stretches, { text, moved: undefined }];
}

function piece(kind: Piece["kind"], text: string | undefined): readonly Piece[] {
  return text === undefined ? [] : [{ kind, text }];
}

function joinAlike(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const next of pieces) {
    const last = joined.at(-1);
    if (last?.kind === next.kind) joined[joined.length - 1] = { ...last, text: last.text + next.text };
    else joined.push(next);
  }
  return joined;
}
