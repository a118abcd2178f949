import type { OffsetRange } from "./trackRange.ts";

/** Replaces each range by the text of the same index. The ranges may be in any order but don't overlap. UTF-16 offsets. */
export function replaceRanges(source: string, ranges: readonly OffsetRange[], texts: readonly string[]): string {
  const order = ranges.map((_, index) => index).toSorted((a, b) => startOf(ranges, a) - startOf(ranges, b));
  const pieces: string[] = [];
  let at = 0;
  for (const index of order) {
    const range = ranges[index];
    if (!range) continue;
    pieces.push(source.slice(at, range.start), texts[index] ?? source.slice(range.start, range.end));
    at = range.end;
  }
  return [...pieces, source.slice(at)].join("");
}

/** Where the texts of `replaceRanges` lie in its result, in the order of the ranges. */
export function replacedRanges(ranges: readonly OffsetRange[], texts: readonly string[]): readonly OffsetRange[] {
  const lengthOf = (index: number) => (texts[index] ?? "").length;
  return ranges.map((range, index) => {
    const isBefore = (other: OffsetRange, at: number) =>
      other.start < range.start || (other.start === range.start && at < index);
    const shift = ranges.reduce(
      (sum, other, at) => (isBefore(other, at) ? sum + lengthOf(at) - (other.end - other.start) : sum),
      0,
    );
    return { start: range.start + shift, end: range.start + shift + lengthOf(index) };
  });
}

function startOf(ranges: readonly OffsetRange[], index: number): number {
  return ranges[index]?.start ?? 0;
}
