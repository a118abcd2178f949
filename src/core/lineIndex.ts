/** Both from 0; columns in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Tells in which line of a text an offset lies. UTF-16 offsets; lines end with CRLF, LF or CR, as in editors. */
export function createLineIndex(text: string): (offset: number) => LinePosition {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/gu)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - (starts[low] ?? 0) };
  };
}
