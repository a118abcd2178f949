import { estimateTokens } from "../estimateTokens.ts";

/** A piece of text as it stands, whose pieces joined are the text. */
export type Pieces = readonly string[];

/**
 * Cuts a text into pieces of at most so many tokens by the estimate, at the borders that do the least harm: between
 * blocks, else between lines, else between sentences. Fenced code stays whole, and what can't be cut stays too long.
 */
export function splitToFit(text: string, mostTokens: number): Pieces {
  return splitBy(text, mostTokens, [splitBlocks, splitLines, splitSentences]);
}

type Split = (text: string) => Pieces;

function splitBy(text: string, mostTokens: number, [split, ...finer]: readonly Split[]): Pieces {
  if (!split || estimateTokens(text) <= mostTokens) return [text];
  // A fence that is too long would be code in one piece and prose in the next.
  if (split !== splitBlocks && FENCE.test(text)) return [text];
  return gather(
    split(text).flatMap((part) => splitBy(part, mostTokens, finer)),
    mostTokens,
  );
}

/** As few pieces as hold them in their order. */
function gather(parts: Pieces, mostTokens: number): Pieces {
  const pieces: string[] = [];
  let tokens = 0;
  for (const part of parts) {
    const added = estimateTokens(part);
    const last = pieces.length - 1;
    if (last >= 0 && tokens + added <= mostTokens) {
      pieces[last] += part;
      tokens += added;
    } else {
      pieces.push(part);
      tokens = added;
    }
  }
  return pieces;
}

/** The beginning or the end of fenced code (CommonMark 4.5). */
const FENCE = /^ {0,3}(`{3,}|~{3,})/m;

/** Each block with the blank lines behind it. */
function splitBlocks(text: string): Pieces {
  const blocks: string[] = [""];
  let fence: string | undefined;
  let isBlank = false;
  for (const line of splitLines(text)) {
    const isEmpty = line.trim() === "";
    if (isBlank && !isEmpty && fence === undefined) blocks.push("");
    blocks[blocks.length - 1] += line;
    isBlank = isEmpty;
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) continue;
    if (fence === undefined) fence = mark;
    else if (mark[0] === fence[0] && mark.length >= fence.length) fence = undefined;
  }
  return blocks;
}

function splitLines(text: string): Pieces {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [text];
}

/** In time that grows with the length, which the editor's own segmenter doesn't. */
function splitSentences(text: string): Pieces {
  return text.split(/(?<=[.!?…;]["'»”’)\]]?\s)(?=\S)/u);
}
