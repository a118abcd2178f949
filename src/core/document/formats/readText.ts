import type { DocumentReading } from "../documentReading.ts";
import { makeSegment } from "../makeSegment.ts";

/** Plain text: each paragraph is a segment. Its lines are joined, as long as none of them is indented. */
export function readText(text: string): DocumentReading {
  const segments = [...text.matchAll(/[^\s][^\n\r]*(?:(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|$))[^\n\r]*)*/gu)].flatMap(
    ({ 0: raw, index }) => {
      const end = index + raw.trimEnd().length;
      const segment = makeSegment(text, { range: { start: index, end }, kind: "text", headings: [], place: "block" });
      return segment ? [segment] : [];
    },
  );
  const pieces = [{ range: { start: 0, end: text.length }, segments: { start: 0, end: segments.length } }];
  return { text, segments, markdown: undefined, pieces };
}
