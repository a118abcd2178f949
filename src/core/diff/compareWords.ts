import { alignTokens, type Run } from "./alignTokens.ts";
import type { Piece } from "./piece.ts";
import { splitWords } from "./splitText.ts";

/** Two passages that have less than this of their words in common are shown one after the other. */
const LEAST_IN_COMMON = 0.3;

/**
 * The difference of two passages by words. What stays between two changes, and is neither a word nor the end of a sentence, is taken into them:
 * a reader follows one changed phrase more easily than its splinters.
 */
export function compareWords(from: string, to: string): readonly Piece[] {
  if (from === to) return from === "" ? [] : [{ kind: "equal", text: from }];
  const runs = alignTokens(splitWords(from), splitWords(to));
  const shared = runs.filter(({ kind }) => kind === "equal").reduce((sum, { from: words }) => sum + wordsIn(words), 0);
  const most = Math.max(wordsIn(splitWords(from)), wordsIn(splitWords(to)));
  return shared < most * LEAST_IN_COMMON ? change(from, to) : gather(runs);
}

function gather(runs: readonly Run[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let [deleted, inserted] = ["", ""];
  const flush = () => {
    pieces.push(...change(deleted, inserted));
    [deleted, inserted] = ["", ""];
  };
  runs.forEach(({ kind, from, to }, index) => {
    const isWordless = wordsIn(from) === 0 && !/[.!?…;·]/u.test(from.join(""));
    const isSplinter = isWordless && index > 0 && index < runs.length - 1 && deleted + inserted !== "";
    if (kind === "equal" && !isSplinter) {
      flush();
      pieces.push(...equal(from.join(""), to.join("")));
      return;
    }
    deleted += from.join("");
    inserted += to.join("");
  });
  flush();
  return pieces;
}

/** Blanks may differ behind words that are equal. */
function equal(from: string, to: string): readonly Piece[] {
  return from === to ? [{ kind: "equal", text: from }] : change(from, to);
}

/** What both begin or end with, blanks above all, isn't changed. */
function change(deleted: string, inserted: string): readonly Piece[] {
  const lead = commonBlanks(/^\s*/u.exec(deleted)?.[0] ?? "", inserted, "startsWith");
  const [left, right] = [deleted.slice(lead.length), inserted.slice(lead.length)];
  const trail = commonBlanks(/\s*$/u.exec(left)?.[0] ?? "", right, "endsWith");
  const pieces: readonly Piece[] = [
    { kind: "equal", text: lead },
    { kind: "deleted", text: left.slice(0, left.length - trail.length) },
    { kind: "inserted", text: right.slice(0, right.length - trail.length) },
    { kind: "equal", text: trail },
  ];
  return pieces.filter(({ text }) => text !== "");
}

function commonBlanks(blanks: string, other: string, test: "startsWith" | "endsWith"): string {
  return other[test](blanks) ? blanks : "";
}

function wordsIn(tokens: readonly string[]): number {
  return tokens.filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}
