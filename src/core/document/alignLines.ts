/**
 * Which line of the other text stands where a line of this one does: the blocks of a document and of its translation
 * correspond one to one, however their lines are filled. Lines from 0; in between it goes by share.
 */
export function alignLines(text: string, other: string): (line: number) => number {
  const [starts, otherStarts] = [blockStarts(text), blockStarts(other)];
  const last = { line: countLines(text), other: countLines(other) };
  const pairs =
    starts.length === otherStarts.length
      ? starts.map((line, index) => ({ line, other: otherStarts[index] ?? 0 }))
      : [{ line: 0, other: 0 }];
  return (line) => {
    const next = pairs.findIndex((pair) => pair.line > line);
    const to = (next < 0 ? undefined : pairs[next]) ?? last;
    const from = (next < 0 ? pairs.at(-1) : pairs[next - 1]) ?? { line: 0, other: 0 };
    const share = to.line === from.line ? 0 : (line - from.line) / (to.line - from.line);
    const place = Math.round(from.other + Math.min(1, share) * (to.other - from.other));
    return Math.min(place, last.other - 1);
  };
}

/** The lines behind a blank one, and the first. */
function blockStarts(text: string): readonly number[] {
  const lines = text.split(/\r\n|\n|\r/u);
  return lines.flatMap((line, index) =>
    line.trim() !== "" && (index === 0 || lines[index - 1]?.trim() === "") ? [index] : [],
  );
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/u).length;
}
