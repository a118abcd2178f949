import { type Finding, isStructural } from "../writing/finding.ts";

/** Whether the source is kept for it: a fault of structure, or of what can't be read. A language is only doubtful. */
export function isFault(finding: Finding): boolean {
  return finding.kind === "characters" || (isStructural(finding) && finding.kind !== "language");
}
