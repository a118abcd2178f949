import type { DocumentReading } from "./documentReading.ts";
import { writeSegment } from "./forms/segmentForm.ts";
import type { RebuiltDocument } from "./rebuildDocument.ts";
import type { DocumentIssue } from "./segmentOutcome.ts";

/** What kept its source, and what was written but is doubtful. That a text is unchanged is counted, and no issue. */
export function listIssues(
  { segments }: DocumentReading,
  { translations, ranges }: RebuiltDocument,
): readonly DocumentIssue[] {
  return translations.flatMap(({ outcome, findings, error, rejected }, segment) => {
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
}
