import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A node and where it stands. UTF-16 offsets. */
export interface PlacedNode {
  readonly node: Nodes;
  readonly start: number;
  readonly end: number;
}

/**
 * Parses CommonMark with GFM and lists every node, parents before their children. Without the tree transform of
 * GFM's autolinks, which makes nodes that have no position.
 */
export function parseMarkdown(text: string): readonly PlacedNode[] {
  const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
  return list(fromMarkdown(text, { extensions: [gfm()], mdastExtensions }));
}

function list(node: Nodes): readonly PlacedNode[] {
  const placed = { node, start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  return "children" in node ? [placed, ...node.children.flatMap(list)] : [placed];
}
