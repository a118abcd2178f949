import type { OffsetRange } from "../trackRange.ts";
import type { DocumentReading } from "./documentReading.ts";
import { writeSegment } from "./forms/segmentForm.ts";
import type { RebuiltDocument } from "./rebuildDocument.ts";
import type { DocumentIssue } from "./segmentOutcome.ts";

/** What can't be read, what kept its source, and what was written but is doubtful. That a text is unchanged is counted, and no issue. */
export function listIssues(
  { segments, unread }: DocumentReading,
  { translations, ranges }: RebuiltDocument,
): readonly DocumentIssue[] {
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
  return unread ? [unreadAt(unread), ...issues] : issues;
}

/** It stands at the beginning of both, and nothing in it changed. */
function unreadAt(place: OffsetRange): DocumentIssue {
  const none = { segment: undefined, findings: [], error: undefined, rejected: undefined };
  return { kind: "unread", source: place, output: place, ...none };
}
