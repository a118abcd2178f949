import { findDefinedLabels } from "../../../markdown/findLabels.ts";
import type { DocumentContexts, MarkdownDialect } from "../../../markdown/markdownContext.ts";
import { parsePieces } from "../../../markdown/parsePieces.ts";
import type { DocumentPiece, DocumentReading } from "../../documentReading.ts";
import type { ReadOptions } from "../documentFormat.ts";
import { findFrontMatter } from "../frontMatter/findFrontMatter.ts";
import { BlockReader } from "./blockReader.ts";
import { makePiece } from "./makePiece.ts";
import { SegmentCollector } from "./segmentCollector.ts";

export interface ReadMarkdownOptions extends ReadOptions {
  readonly dialect: MarkdownDialect;
}

/** Reads a document in CommonMark with GFM, front matter, and what the usual site generators add; or in MDX. */
export async function readMarkdownDocument(
  text: string,
  { dialect, frontMatterKeys, mostTokens }: ReadMarkdownOptions,
): Promise<DocumentReading> {
  const shared = { dialect, defined: findDefinedLabels(text) };
  const markdown: DocumentContexts = {
    block: { ...shared, place: "block", recent: new Map() },
    line: { ...shared, place: "line", recent: new Map() },
    value: { ...shared, place: "value", recent: new Map() },
  };
  const collector = new SegmentCollector(text, mostTokens);
  const pieces: DocumentPiece[] = [];
  const frontMatter = findFrontMatter(text);
  if (frontMatter) {
    const { addFrontMatter, findBreak } = await import("../frontMatter/addFrontMatter.ts");
    const range = findBreak(text, frontMatter);
    if (range) collector.addUnread("unread", range);
    pieces.push(addFrontMatter(collector, frontMatter, frontMatterKeys));
  }
  const reader = new BlockReader(collector);
  for (const piece of parsePieces(text, frontMatter?.range.end ?? 0, markdown.block)) {
    const first = collector.segments.length;
    reader.read(piece.nodes);
    pieces.push(
      makePiece(text, piece, { markdown: markdown.block, segments: { start: first, end: collector.segments.length } }),
    );
  }
  const { segments, unread } = collector;
  return { text, segments, unread, markdown, pieces };
}
