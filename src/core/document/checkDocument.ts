import type { LanguageCode } from "../languages.ts";
import { findTypography, type TypographyEdit } from "../typography/findTypography.ts";
import { listFindings, type TypographyFinding } from "../typography/listFindings.ts";
import { type FormatName, loadFormat } from "./formats/documentFormat.ts";
import type { Segment, SegmentKind } from "./segment.ts";

export interface CheckOptions {
  readonly format: FormatName;
  readonly language: LanguageCode;
  /** Awaited between pieces of work, so that a large document holds nobody up. */
  readonly breathe?: () => Promise<void>;
}

export interface DocumentTypography {
  /** All of it, in order. UTF-16 offsets in the document. */
  readonly edits: readonly TypographyEdit[];
  /** What to tell of it. */
  readonly findings: readonly TypographyFinding[];
}

/** Prose that stands in the document as it is: in values of front matter and attributes, a mark may be the format's. */
const CHECKED: readonly SegmentKind[] = ["paragraph", "heading", "cell", "html", "text"];

/** What of a document's prose is set against its language's rules. */
export async function checkDocument(text: string, options: CheckOptions): Promise<DocumentTypography> {
  const { format, language, breathe } = options;
  const read = await loadFormat(format);
  const { segments } = await read(text, { frontMatterKeys: [] });
  const markup = format === "text" ? "plain" : "markdown";
  const edits: TypographyEdit[] = [];
  let group = 0;
  for (const { range } of outermost(segments)) {
    const found = await findTypography(text.slice(range.start, range.end), { language, markup });
    for (const edit of found) {
      const place = { start: edit.start + range.start, end: edit.end + range.start };
      edits.push({ ...edit, ...place, group: group + edit.group });
    }
    group += found.length;
    await breathe?.();
  }
  return { edits, findings: listFindings(text, edits) };
}

/** Those that stand in another, such as a link's title, are seen with it or not at all. */
function outermost(segments: readonly Segment[]): readonly Segment[] {
  let end = 0;
  return segments.filter(({ kind, range }) => {
    if (range.start < end) return false;
    end = range.end;
    return CHECKED.includes(kind);
  });
}
