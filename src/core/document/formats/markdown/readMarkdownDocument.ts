import type { MarkdownDialect } from "../../../markdown/markdownContext.ts";
import { type PlacedNode, parseMarkdown } from "../../../markdown/parseMarkdown.ts";
import type { DocumentReading } from "../../documentReading.ts";
import { makeSegment } from "../../makeSegment.ts";
import type { Segment } from "../../segment.ts";
import type { ReadOptions } from "../documentFormat.ts";

export interface ReadMarkdownOptions extends ReadOptions {
  readonly dialect: MarkdownDialect;
}

export function readMarkdownDocument(text: string, { dialect }: ReadMarkdownOptions): DocumentReading {
  const segments: Segment[] = [];
  const headings: string[] = [];
  let quotes = 0;
  const ends: number[] = [];
  for (const placed of parseMarkdown(text)) {
    const { node, start, end } = placed;
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= start) {
      ends.pop();
      quotes -= 1;
    }
    if (node.type === "blockquote") {
      ends.push(end);
      quotes += 1;
    }
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") continue;
    const range = innerRange(placed, text);
    const kind = node.type === "tableCell" ? "cell" : node.type;
    const segment = makeSegment(text, {
      range,
      kind,
      headings: [...headings],
      place: kind === "cell" ? "cell" : "block",
      quoteDepth: quotes,
    });
    if (segment) segments.push(segment);
    if (node.type === "heading") headings.splice(node.depth - 1, 6, segment?.text ?? "");
  }
  const pieces = [{ range: { start: 0, end: text.length }, segments: { start: 0, end: segments.length } }];
  return { text, segments, markdown: { dialect, defined: [], place: "block" }, pieces };
}

function innerRange({ node, start, end }: PlacedNode, _text: string) {
  if (!("children" in node)) return { start, end };
  const first = node.children[0]?.position?.start.offset ?? start;
  const last = node.children.at(-1)?.position?.end.offset ?? end;
  return { start: first, end: last };
}
