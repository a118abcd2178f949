import type { MarkdownContext } from "../../markdown/markdownContext.ts";
import { parsePieces } from "../../markdown/parsePieces.ts";
import type { PlacedNode } from "../../markdown/placedNode.ts";
import { findFrontMatter } from "../formats/frontMatter/findFrontMatter.ts";

/** A URL as it stands in a document. UTF-16 offsets, without the angle brackets or quotes around it. */
export interface PlacedUrl {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** The URLs of links, images, definitions and HTML's `href` and `src`, in their order. Addresses are their own text, and none of these. */
export function findUrls(text: string, context: MarkdownContext): readonly PlacedUrl[] {
  const found: PlacedUrl[] = [];
  for (const { nodes } of parsePieces(text, findFrontMatter(text)?.range.end ?? 0, context)) {
    for (const placed of nodes) found.push(...urlsOf(text, placed));
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function urlsOf(text: string, { node, start, end, tail }: PlacedNode): readonly PlacedUrl[] {
  switch (node.type) {
    case "link":
    case "image":
      return tail === undefined
        ? []
        : match(text.slice(tail, end), tail, /^\(\s*(?:<([^<>\n]*)>|([^\s)<][^\s]*?)(?=\s|\)$))/gu);
    case "definition":
      return match(text.slice(start, end), start, /^\[(?:\\[\s\S]|[^\]\\])*\]:\s*(?:<([^<>\n]*)>|(\S+))/gu);
    case "html":
    case "island":
      return match(text.slice(start, end), start, /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/giu);
    default:
      return [];
  }
}

function match(raw: string, at: number, pattern: RegExp): readonly PlacedUrl[] {
  return [...raw.matchAll(pattern)].map(({ 0: whole, 1: one, 2: other, index }) => {
    const url = one ?? other ?? "";
    const start = at + index + whole.lastIndexOf(url);
    return { start, end: start + url.length, url };
  });
}
