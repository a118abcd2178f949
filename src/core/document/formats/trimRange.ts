import type { OffsetRange } from "../../trackRange.ts";

/** A range without the blanks, line breaks and container marks at its ends. */
export function trimRange(source: string, { start, end }: OffsetRange, quoteDepth: number): OffsetRange {
  const raw = source.slice(start, end);
  const lead =
    new RegExp(`^(?:[ \\t]|(?:\\r\\n|\\r|\\n)[ \\t]*(?:>[ \\t]*){0,${quoteDepth}})+`, "u").exec(raw)?.[0] ?? "";
  const rest = raw.slice(lead.length);
  const trail =
    new RegExp(`(?:[ \\t]|(?:\\r\\n|\\r|\\n)[ \\t]*(?:>[ \\t]*){0,${quoteDepth}})+$`, "u").exec(
      rest.slice(-400),
    )?.[0] ?? "";
  return { start: start + lead.length, end: end - trail.length };
}
