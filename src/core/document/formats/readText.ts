import type { DocumentReading } from "../documentReading.ts";
import { hasProse, makeSegment } from "../makeSegment.ts";
import { cutAtSentences } from "./cutAtSentences.ts";
import type { ReadOptions } from "./documentFormat.ts";
import { trimRange } from "./trimRange.ts";

/** Plain text: each paragraph is a segment, and a line that is indented begins one. */
export async function readText(
  text: string,
  { mostTokens }: Pick<ReadOptions, "mostTokens"> = {},
): Promise<DocumentReading> {
  const paragraphs = text.matchAll(/\S[^\n\r]*(?:(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|$)|[ \t])[^\n\r]*)*/gu);
  const segments = [...paragraphs].flatMap(({ 0: raw, index }) => {
    const paragraph = { start: index, end: index + raw.trimEnd().length };
    return cutAtSentences(text, paragraph, { mostTokens, whole: [] }).flatMap((part) => {
      const range = trimRange(text, part, 0);
      const isProse = hasProse(text.slice(range.start, range.end));
      return isProse ? [makeSegment(text, { range, kind: "text", headings: [] })] : [];
    });
  });
  const range = { start: 0, end: text.length };
  const pieces = [
    { range, segments: { start: 0, end: segments.length }, isAlike: () => true, findDamage: () => undefined },
  ];
  return { text, segments, unread: [], markdown: undefined, pieces };
}
