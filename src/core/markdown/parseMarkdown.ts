import { PLAIN_CONTEXT } from "./markdownContext.ts";
import { listNodes } from "./nodes/listNodes.ts";
import type { PlacedNode } from "./placedNode.ts";
import { tokenizeMarkdown } from "./tokenizeMarkdown.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Parses CommonMark with GFM (github.github.com/gfm) and lists every node, parents before their children. Offsets are
 * those of a text in which this one begins at `from`.
 */
export function parseMarkdown(text: string, context = PLAIN_CONTEXT, from = 0): readonly PlacedNode[] {
  // The parser drops a byte order mark, and every offset would be one short.
  const mark = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const body = text.slice(mark);
  return listNodes(body, tokenizeMarkdown(body, context), from + mark);
}
