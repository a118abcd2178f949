import type { MarkdownContext } from "./markdownContext.ts";
import { parseMarkdown } from "./parseMarkdown.ts";
import type { PlacedNode } from "./placedNode.ts";

/** A stretch of a text that is read the same by itself. UTF-16 offsets; those of the nodes are of the whole text. */
export interface MarkdownPiece {
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly PlacedNode[];
}

/** How much is parsed at once, at first. UTF-16 units. */
const WINDOW = 1024;
/** How far from there a block is looked for to end with. UTF-16 units. */
const NEAR = 1024;

/**
 * Parses a text piece by piece, each cut before a block, or before an item of a list, that has another one before it:
 * the parser takes time with the square of a list's length, and memory for all that it holds at once.
 */
export function* parsePieces(text: string, from: number, context: MarkdownContext): Generator<MarkdownPiece> {
  let start = from;
  let size = WINDOW;
  while (start < text.length) {
    const limit = endOfLine(text, nextBlock(text, start + size));
    const nodes = parseMarkdown(text.slice(start, limit), context, start);
    const end = limit >= text.length ? text.length : start + findCut(nodes, text.slice(start, limit));
    if (end === start) {
      size *= 4;
      continue;
    }
    size = WINDOW;
    yield { start, end, nodes: nodes.filter((placed) => placed.start < end) };
    start = end;
  }
}

/** Where the last block begins, or the last item of the list that is the only one; 0 for neither. */
function findCut(nodes: readonly PlacedNode[], text: string): number {
  const root = nodes[0]?.node;
  const blocks = root && "children" in root ? root.children : [];
  const last = blocks.at(-1);
  if (!last) return 0;
  const isOnly = blocks.length === 1;
  const edge = isOnly && last.type === "list" ? last.children.at(-1) : last;
  return startOfLine(text, edge?.position?.start.offset ?? 0);
}

/** Where the first block begins, by its looks, that is near by: of what is parsed, but the last block is parsed again. */
function nextBlock(text: string, at: number): number {
  const border = /\n[ \t]*\r?\n(?=[^\s])/gu;
  const near = text.slice(at, at + NEAR);
  return border.test(near) ? at + border.lastIndex : at;
}

function startOfLine(text: string, at: number): number {
  return Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
}

function endOfLine(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}
