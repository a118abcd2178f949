import type { OffsetRange } from "../trackRange.ts";
import type { DocumentReading } from "./documentReading.ts";
import type { FormatName } from "./formats/documentFormat.ts";
import { writeSegment } from "./forms/segmentForm.ts";
import { splice } from "./segment.ts";
import type { SegmentTranslation } from "./translateSegment.ts";

export interface RebuildOptions {
  readonly format: FormatName;
  readonly frontMatterKeys: readonly string[];
  readonly unchanged: "keep" | "write";
}

export interface RebuiltDocument {
  readonly text: string;
  /** With `kept` for those that were put back. */
  readonly translations: readonly SegmentTranslation[];
  /** Where each segment lies in the text. UTF-16 offsets. */
  readonly ranges: readonly OffsetRange[];
}

/** Puts the translations into the document. */
export async function rebuildDocument(
  { text, segments }: DocumentReading,
  translations: readonly SegmentTranslation[],
  { unchanged }: RebuildOptions,
): Promise<RebuiltDocument> {
  const spliced = splice(
    text,
    segments.map((segment, index) => {
      const translation = translations[index];
      const isOld = translation === undefined || (translation.text === segment.text && unchanged === "keep");
      const { range, form } = segment;
      return { range, text: isOld ? text.slice(range.start, range.end) : writeSegment(form, translation.text) };
    }),
  );
  return { text: spliced.text, translations, ranges: spliced.ranges };
}
