import type { Change } from "./typographyRule.ts";

/** The text with changes made that are in order and apart from one another. */
export function applyEdits(text: string, edits: readonly Change[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of edits) {
    pieces.push(text.slice(at, start), replacement);
    at = end;
  }
  return pieces.join("") + text.slice(at);
}
