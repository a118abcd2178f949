import type { Nodes } from "mdast";
import type { MarkdownContext } from "../../markdown/markdownContext.ts";
import { parsePieces } from "../../markdown/parsePieces.ts";
import { findFrontMatter } from "../formats/frontMatter/findFrontMatter.ts";

export interface HeadingAnchor {
  /** By which links point to it. */
  readonly id: string;
  /** Whether it is written beside the heading, and stays whatever the heading says. */
  readonly isPinned: boolean;
  /** Where the heading's text ends. UTF-16 offset. */
  readonly end: number;
}

/** The anchors of a document's headings, in their order, as GitHub makes them and most site generators do. */
export function listAnchors(text: string, context: MarkdownContext): readonly HeadingAnchor[] {
  const used = new Map<string, number>();
  const anchors: HeadingAnchor[] = [];
  for (const { nodes } of parsePieces(text, findFrontMatter(text)?.range.end ?? 0, context)) {
    for (const { node, start } of nodes) {
      if (node.type !== "heading") continue;
      const pinned = node.children.map(pinnedId).find((id) => id !== undefined);
      const last = node.children.at(-1)?.position?.end.offset ?? 0;
      const end = start - (node.position?.start.offset ?? 0) + last;
      anchors.push({ id: pinned ?? unique(slugOf(node), used), isPinned: pinned !== undefined, end });
    }
  }
  return anchors;
}

/** Which anchors of a document have other names in its translation. Headings keep their order and number. */
export function matchAnchors(
  source: readonly HeadingAnchor[],
  output: readonly HeadingAnchor[],
): ReadonlyMap<string, string> {
  if (source.length !== output.length) return new Map();
  const pairs = source.map(({ id }, index) => [id, output[index]?.id ?? id] as const);
  return new Map(pairs.filter(([before, after]) => before !== after));
}

/** `{#id}`, `{: #id}` and the comments of MDX: Docusaurus's `{/* #id *\/}`, React's `{/*id*\/}`. */
function pinnedId(node: Nodes): string | undefined {
  if (node.type === "island") return /(?:#|^\{\/\*\s*(?=\S+\s*\*\/\}$))([\p{L}\p{N}_.:-]+)/u.exec(node.value)?.[1];
  return node.type === "html" ? /\sid\s*=\s*["']([^"']+)["']/u.exec(node.value)?.[1] : undefined;
}

function slugOf(node: Nodes): string {
  return textOf(node)
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

function textOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "image") return node.alt ?? "";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

function unique(slug: string, used: Map<string, number>): string {
  const count = used.get(slug);
  used.set(slug, (count ?? 0) + 1);
  return count === undefined ? slug : `${slug}-${count}`;
}
