import type { OffsetRange } from "../../trackRange.ts";
import type { Placement } from "../segment.ts";

/** Where ranges lie once the edits are made, which are in order. An edit within a range makes it longer or shorter. */
export function moveRanges(ranges: readonly OffsetRange[], edits: readonly Placement[]): readonly OffsetRange[] {
  const ends: number[] = [];
  const shifts: number[] = [0];
  for (const { range, text } of edits) {
    ends.push(range.end);
    shifts.push((shifts.at(-1) ?? 0) + text.length - (range.end - range.start));
  }
  const shiftAt = (offset: number) => shifts[countUpTo(ends, offset)] ?? 0;
  return ranges.map(({ start, end }) => ({ start: start + shiftAt(start), end: end + shiftAt(end) }));
}

/** How many of the numbers, which are in order, are at most this one. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
