import type { OffsetRange } from "../../core/trackRange.ts";
import type { Try } from "../tries.ts";

/** A point of a summary, and the passage it comes from. */
export interface Point {
  /** As it stands in the summary. */
  readonly text: string;
  readonly passage: string;
  /** Where the passage stood in its document. UTF-16. */
  readonly offset: number;
}

/** What the summaries of a run's selections are of. */
export interface SummarizedTexts {
  readonly sources: readonly string[];
  readonly ranges: readonly OffsetRange[];
}

/** The points of an answer whose passages are known. */
export function pointsOf(answer: Try, { sources, ranges }: SummarizedTexts): readonly Point[] {
  return answer.flatMap(({ text, passages = [] }, index) =>
    passages.map(({ point, source }) => ({
      text: text.slice(point.start, point.end),
      passage: (sources[index] ?? "").slice(source.start, source.end),
      offset: (ranges[index]?.start ?? 0) + source.start,
    })),
  );
}

/** The point at an offset of the summary, wherever the user has moved it by now. UTF-16 offsets. */
export function pointAt(
  points: readonly Point[],
  summary: string,
  offset: number,
): (OffsetRange & { readonly point: Point }) | undefined {
  for (const point of points) {
    const start = nearestOccurrence(summary, point.text, offset - point.text.length / 2);
    if (start === undefined) continue;
    const end = start + point.text.length;
    if (offset >= start && offset <= end) return { point, start, end };
  }
  return undefined;
}

/** Where a piece of a text stands, of several places the one nearest to an offset. */
export function nearestOccurrence(text: string, piece: string, offset: number): number | undefined {
  const before = text.lastIndexOf(piece, Math.max(0, offset));
  const after = text.indexOf(piece, Math.max(0, Math.ceil(offset)));
  if (before < 0 || after < 0) return before < 0 ? (after < 0 ? undefined : after) : before;
  return offset - before <= after - offset ? before : after;
}
