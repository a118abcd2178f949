import type { Nodes, Root } from "mdast";
import { type Extension, fromMarkdown, type Handle } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { OffsetRange } from "../trackRange.ts";
import { islandFromMarkdown } from "./islands/islandFromMarkdown.ts";
import { islandSyntax } from "./islands/islandSyntax.ts";
import { PLAIN_CONTEXT } from "./markdownContext.ts";

/** A node and where it stands. UTF-16 offsets. */
export interface PlacedNode {
  readonly node: Nodes;
  readonly parent: Nodes | undefined;
  /** How many nodes it stands in; 0 for the root. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** Where the `(url "title")` or the `[label]` of a link or an image begins. */
  readonly tail: number | undefined;
  /** Where the title of a link, an image or a definition stands, with its marks. */
  readonly title: OffsetRange | undefined;
}

const GFM = gfm();
/** GFM's tree transform for addresses makes nodes that have no position; the tokenizer finds them by itself. */
const FROM_MARKDOWN = [...gfmFromMarkdown().map((one) => ({ ...one, transforms: [] })), islandFromMarkdown()];

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Parses CommonMark with GFM (github.github.com/gfm) and lists every node, parents before their children. Offsets are
 * those of a text in which this one begins at `from`.
 */
export function parseMarkdown(text: string, context = PLAIN_CONTEXT, from = 0): readonly PlacedNode[] {
  // The parser drops a byte order mark, and every offset would be one short.
  const mark = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const body = text.slice(mark);
  const shift = from + mark;
  const tails = new Map<object, number>();
  const titles = new Map<object, OffsetRange>();
  const mdastExtensions = [...FROM_MARKDOWN, noteTails(tails, titles)];
  const root = fromMarkdown(body, { extensions: [GFM, islandSyntax(body, context)], mdastExtensions });
  return listNodes(root, (node, parent, depth) => {
    const tail = tails.get(node);
    const title = titles.get(node);
    const { start, end } = node.position ?? {};
    return {
      node,
      parent,
      depth,
      start: (start?.offset ?? 0) + shift,
      end: (end?.offset ?? 0) + shift,
      tail: tail === undefined ? undefined : tail + shift,
      title: title && { start: title.start + shift, end: title.end + shift },
    };
  });
}

/** The tree doesn't tell where the text of a link ends, and its brackets can't be counted without parsing; nor where a title is. */
function noteTails(tails: Map<object, number>, titles: Map<object, OffsetRange>): Extension {
  const noteTail: Handle = function (token) {
    const node = this.stack.at(-1);
    if (node && !tails.has(node)) tails.set(node, token.start.offset);
  };
  const noteTitle: Handle = function (token) {
    const node = this.stack.at(-1);
    if (node) titles.set(node, { start: token.start.offset, end: token.end.offset });
  };
  return {
    enter: { resourceMarker: noteTail, referenceMarker: noteTail },
    exit: { resourceTitle: noteTitle, definitionTitle: noteTitle },
  };
}

/** Without recursion: what is quoted a thousand times over is as deep. */
function listNodes<T>(root: Root, place: (node: Nodes, parent: Nodes | undefined, depth: number) => T): readonly T[] {
  const placed: T[] = [];
  const open: { readonly node: Nodes; readonly parent: Nodes | undefined; readonly depth: number }[] = [
    { node: root, parent: undefined, depth: 0 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, parent, depth } = next;
    placed.push(place(node, parent, depth));
    if (!("children" in node)) continue;
    for (const child of node.children.toReversed()) open.push({ node: child, parent: node, depth: depth + 1 });
  }
  return placed;
}
