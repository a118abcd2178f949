import type { OffsetRange } from "../trackRange.ts";
import { readLines } from "./forms/linesForm.ts";
import { writeSegment } from "./forms/segmentForm.ts";
import type { Segment, SegmentKind } from "./segment.ts";

export interface SegmentPlan {
  readonly range: OffsetRange;
  readonly kind: SegmentKind;
  readonly headings: readonly string[];
  readonly place: "block" | "cell";
  readonly quoteDepth?: number;
  /** UTF-16 offsets in the document. */
  readonly hardBreaks?: readonly number[];
}

/** A segment of prose; `undefined` where there is nothing to translate. */
export function makeSegment(source: string, plan: SegmentPlan): Segment | undefined {
  const { range, kind, headings, place, quoteDepth = 0, hardBreaks = [] } = plan;
  const raw = source.slice(range.start, range.end);
  if (!hasProse(raw)) return undefined;
  const offsets = new Set(hardBreaks.map((at) => at - range.start));
  const { text, form } = readLines(raw, { quoteDepth, hardBreaks: offsets, place });
  // What can't be put together again as it was goes out as it stands.
  if (writeSegment(form, text) !== raw) return { range, text: raw, kind, headings, form: { kind: "raw" } };
  return { range, text, kind, headings, form };
}

/** Whether there is a word in it. */
export function hasProse(text: string): boolean {
  return /\p{L}/u.test(text);
}
