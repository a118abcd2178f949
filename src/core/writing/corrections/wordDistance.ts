/** Longer words than these are compared by their beginnings: nobody misspells what follows alone. UTF-16 units. */
const LONGEST = 40;

/** Levenshtein's distance of two words, a swap of neighbours counted as one. */
export function wordDistance(from: string, to: string): number {
  const [left, right] = [from.slice(0, LONGEST), to.slice(0, LONGEST)];
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[right.length] ?? 0;
}
