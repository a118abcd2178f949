/** A half-open range of a document. UTF-16 offsets. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a document: `length` units at `start` become `inserted` units. UTF-16 offsets. */
export interface OffsetEdit {
  readonly start: number;
  readonly length: number;
  readonly inserted: number;
}

/**
 * Where a range lies after an edit. An edit before it moves it, one after it leaves it; text inserted
 * at either border stays outside. An edit that reaches into the range is taken into it, so that the
 * text at the range no longer equals what was there: whoever applies a change compares first.
 */
export function trackRange(range: OffsetRange, edit: OffsetEdit): OffsetRange {
  const editEnd = edit.start + edit.length;
  const growth = edit.inserted - edit.length;
  if (editEnd <= range.start) return { start: range.start + growth, end: range.end + growth };
  if (edit.start >= range.end) return range;
  const start = Math.min(range.start, edit.start);
  const end = Math.max(range.end, editEnd) + growth;
  return { start, end: Math.max(start, end) };
}

/**
 * Whether each source still stands at its tracked range, byte for byte. Where an edit went over the border of two
 * neighbours both ranges hold what it left: they overlap then, and neither stands any more.
 */
export function sourcesStand(
  sources: readonly string[],
  ranges: readonly OffsetRange[],
  textAt: (range: OffsetRange) => string,
): boolean {
  const inOrder = ranges.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const areApart = inOrder.every(({ start }, index) => start >= (inOrder[index - 1]?.end ?? 0));
  return areApart && ranges.every((range, index) => textAt(range) === sources[index]);
}
