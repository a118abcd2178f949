import type { OffsetRange } from "../trackRange.ts";
import type { SegmentForm } from "./forms/segmentForm.ts";

/** What a segment is in its document. `title` and `alt` are those of links and images, `attribute` one of a tag. */
export type SegmentKind =
  | "paragraph"
  | "heading"
  | "cell"
  | "alt"
  | "title"
  | "attribute"
  | "html"
  | "frontMatter"
  | "admonitionTitle"
  | "text";

/** A piece of prose that is translated by itself. All of a document that is in no segment stays byte for byte. */
export interface Segment {
  /** Where it stands in the source. UTF-16 offsets. */
  readonly range: OffsetRange;
  /** What goes out: without line breaks and container marks, inline Markdown as it is. In LF. */
  readonly text: string;
  readonly kind: SegmentKind;
  /** The headings that it stands under, the outermost first. */
  readonly headings: readonly string[];
  /** Whether it stands at the beginning of a line, though it is a heading or a cell: a block could begin with it. */
  readonly beginsLine?: true;
  /** How its translation is written in its place. */
  readonly form: SegmentForm;
  /** Segments within this one, such as a link's title. They follow it in the document's list. */
  readonly insets?: readonly Inset[];
}

export interface Inset {
  /** The index of the inner segment in the document's list. */
  readonly segment: number;
  /** Where it stands in the outer one's text. UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

export interface Placement {
  readonly range: OffsetRange;
  readonly text: string;
}

export interface Spliced {
  readonly text: string;
  /** Where each piece lies in the text. */
  readonly ranges: readonly OffsetRange[];
}

/** Puts texts into the place of ranges, given in order and apart from one another. UTF-16 offsets. */
export function splice(source: string, placements: readonly Placement[]): Spliced {
  const parts: string[] = [];
  const ranges: OffsetRange[] = [];
  let at = 0;
  let shift = 0;
  for (const { range, text } of placements) {
    parts.push(source.slice(at, range.start), text);
    ranges.push({ start: range.start + shift, end: range.start + shift + text.length });
    shift += text.length - (range.end - range.start);
    at = range.end;
  }
  parts.push(source.slice(at));
  return { text: parts.join(""), ranges };
}
