import type { DocumentContexts } from "../markdown/markdownContext.ts";
import type { OffsetRange } from "../trackRange.ts";
import type { Segment } from "./segment.ts";

/** A document, read: what of it is prose, and where it can be taken apart. */
export interface DocumentReading {
  readonly text: string;
  /** In the order in which they stand; one that is in another comes after it. */
  readonly segments: readonly Segment[];
  /** What can't be read, in the order in which it stands: nothing in it is a segment. */
  readonly unread: readonly UnreadPlace[];
  /** What a segment must be read with to mean what it means in the document. */
  readonly markdown: DocumentContexts | undefined;
  /** Pieces that cover the document from start to end and are read the same by themselves. */
  readonly pieces: readonly DocumentPiece[];
}

/**
 * `unread`: front matter that is broken. `nested`: what stands in more lists and quotes than are looked for. `grid`: a
 * table whose cells are set by the column, which other words would break.
 */
export const UNREAD_KINDS = ["unread", "nested", "grid"] as const;
export type UnreadKind = (typeof UNREAD_KINDS)[number];

export interface UnreadPlace {
  readonly kind: UnreadKind;
  readonly range: OffsetRange;
}

export interface DocumentPiece {
  readonly range: OffsetRange;
  /** The indexes of its segments: from the first up to the one behind the last. */
  readonly segments: OffsetRange;
  /**
   * Whether what stands in a segment's place was put in other words such that the piece is still what it was, which is
   * seen without reading it. `false` says nothing.
   */
  isAlike(segment: Segment, source: string, output: string): boolean;
  /** Reads the piece as it is after translation: the first block in it that isn't what it was. */
  findDamage(output: string): OffsetRange | undefined;
}
