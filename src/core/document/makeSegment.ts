import type { OffsetRange } from "../trackRange.ts";
import { readLines } from "./forms/linesForm.ts";
import type { QuotedForm } from "./forms/quotedForm.ts";
import { writeSegment } from "./forms/segmentForm.ts";
import type { Segment, SegmentKind } from "./segment.ts";

export interface SegmentPlan {
  readonly range: OffsetRange;
  readonly kind: SegmentKind;
  readonly headings: readonly string[];
  /** For a value between marks. */
  readonly quoted?: QuotedForm;
  /** How many `>` can stand at the beginning of a line. */
  readonly quoteDepth?: number;
  /** Where line breaks that are kept begin. UTF-16 offsets in the document. */
  readonly hardBreaks?: readonly number[];
}

/** A segment of prose, which gives its source again from its own text. */
export function makeSegment(source: string, plan: SegmentPlan): Segment {
  const { range, kind, headings, quoted, quoteDepth = 0, hardBreaks = [] } = plan;
  const raw = source.slice(range.start, range.end);
  const offsets = new Set(hardBreaks.map((at) => at - range.start));
  const lines = readLines(raw, { quoteDepth, hardBreaks: offsets, place: kind === "cell" ? "cell" : "block" });
  const { text } = lines;
  const form = quoted && text === raw ? quoted : lines.form;
  // What can't be put together again as it was goes out as it stands.
  if (writeSegment(form, text) !== raw) return { range, text: raw, kind, headings, form: { kind: "raw" } };
  return { range, text, kind, headings, form };
}

/** Where an offset in the document lies in the segment's text. */
export function offsetInText({ range, form }: Segment, offset: number): number {
  let at = offset - range.start;
  if (form.kind !== "lines") return at;
  for (const { at: place, raw } of form.breaks) {
    if (place >= at) break;
    at -= raw.length - 1;
  }
  return at;
}

/** Whether there is a word in it. */
export function hasProse(text: string): boolean {
  return /\p{L}/u.test(text);
}
