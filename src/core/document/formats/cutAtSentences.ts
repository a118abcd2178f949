import { estimateTokens } from "../../estimateTokens.ts";
import type { OffsetRange } from "../../trackRange.ts";

export interface CutOptions {
  /** Tokens that a part should have at the most, by the estimate. `undefined` for as many as there are. */
  readonly mostTokens: number | undefined;
  /** What isn't to be cut apart, such as a link. UTF-16 offsets in the source. */
  readonly whole: readonly OffsetRange[];
}

/** The end of a sentence, and of the marks around it. `Intl.Segmenter` knows abbreviations, but takes the square of a long text's length. */
const END = /[.!?…;]["'»”’)\]*_~]{0,8}(?=\s)/gu;

/**
 * Cuts what is too long for a model between sentences, into as few parts as hold them in their order; a sentence that is
 * too long by itself stays whole. The parts have the blanks between them at their beginning.
 */
export function cutAtSentences(
  source: string,
  range: OffsetRange,
  { mostTokens, whole }: CutOptions,
): readonly OffsetRange[] {
  if (mostTokens === undefined || isShort(source, range, mostTokens)) return [range];
  const parts: OffsetRange[] = [];
  let { start } = range;
  let end = start;
  let tokens = 0;
  for (const border of [...findBorders(source, range, whole), range.end]) {
    const added = estimateTokens(source.slice(end, border));
    if (end > start && tokens + added > mostTokens) {
      parts.push({ start, end });
      start = end;
      tokens = 0;
    }
    tokens += added;
    end = border;
  }
  return [...parts, { start, end }];
}

function isShort(source: string, { start, end }: OffsetRange, mostTokens: number): boolean {
  return end - start <= mostTokens || estimateTokens(source.slice(start, end)) <= mostTokens;
}

function findBorders(source: string, { start, end }: OffsetRange, whole: readonly OffsetRange[]): readonly number[] {
  const apart = merge(whole);
  let next = 0;
  return [...source.slice(start, end).matchAll(END)].flatMap(({ 0: found, index }) => {
    const border = start + index + found.length;
    while ((apart[next]?.end ?? end) < border) next += 1;
    const { start: from = end, end: to = end } = apart[next] ?? {};
    return from < border && border < to ? [] : [border];
  });
}

/** In their order, those that overlap as one. */
function merge(ranges: readonly OffsetRange[]): readonly OffsetRange[] {
  const merged: OffsetRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}
