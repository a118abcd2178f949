import type { OffsetRange } from "../trackRange.ts";
import type { DocumentReading, UnreadPlace } from "./documentReading.ts";
import { writeSegment } from "./forms/segmentForm.ts";
import type { RebuiltDocument } from "./rebuildDocument.ts";
import type { DocumentIssue } from "./segmentOutcome.ts";

/** What can't be read, what kept its source, and what was written but is doubtful. That a text is unchanged is counted, and no issue. */
export function listIssues(
  reading: DocumentReading,
  { translations, ranges }: RebuiltDocument,
): readonly DocumentIssue[] {
  const { segments, unread } = reading;
  const issues = translations.flatMap(({ outcome, findings, error, rejected }, segment): readonly DocumentIssue[] => {
    const source = segments[segment];
    const output = ranges[segment];
    const isFault = outcome === "kept";
    const doubts = findings.filter(({ kind }) => kind !== "unchanged");
    if (!source || !output || (!isFault && doubts.length === 0)) return [];
    return [
      {
        kind: isFault ? "fault" : "doubt",
        segment,
        source: source.range,
        output,
        findings: isFault ? findings : doubts,
        error,
        rejected: rejected === undefined ? undefined : writeSegment(source.form, rejected),
      },
    ];
  });
  const places = unread.map((place) => unreadIssue(place, moveBehind(reading, ranges)));
  return [...places, ...issues].toSorted((a, b) => a.source.start - b.source.start);
}

function unreadIssue({ kind, range }: UnreadPlace, move: (range: OffsetRange) => OffsetRange): DocumentIssue {
  const none = { segment: undefined, findings: [], error: undefined, rejected: undefined };
  return { kind, source: range, output: move(range), ...none };
}

/** Nothing changed in it; it is where the segment before it has moved it. */
function moveBehind(
  { segments }: DocumentReading,
  ranges: readonly OffsetRange[],
): (range: OffsetRange) => OffsetRange {
  return ({ start, end }) => {
    const before = segments.findLastIndex(({ range }) => range.end <= start);
    const shift = (ranges[before]?.end ?? 0) - (segments[before]?.range.end ?? 0);
    return { start: start + shift, end: end + shift };
  };
}
