import type { DocumentReading } from "../documentReading.ts";
import { hasProse, makeSegment } from "../makeSegment.ts";

/** Plain text: each paragraph is a segment, and a line that is indented begins one. */
export async function readText(text: string): Promise<DocumentReading> {
  const paragraphs = text.matchAll(/\S[^\n\r]*(?:(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|$)|[ \t])[^\n\r]*)*/gu);
  const segments = [...paragraphs].flatMap(({ 0: raw, index }) => {
    const range = { start: index, end: index + raw.trimEnd().length };
    return hasProse(raw) ? [makeSegment(text, { range, kind: "text", headings: [] })] : [];
  });
  const range = { start: 0, end: text.length };
  const pieces = [
    { range, segments: { start: 0, end: segments.length }, isAlike: () => true, findDamage: () => undefined },
  ];
  return { text, segments, unread: undefined, markdown: undefined, pieces };
}
