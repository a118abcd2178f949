import type { Nodes, Root } from "mdast";
import { type Extension as FromMarkdownExtension, fromMarkdown, type Handle } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Construct, Extension } from "micromark-util-types";
import { findLabels } from "../../../src/core/markdown/findLabels.ts";
import { islandSyntax } from "../../../src/core/markdown/islands/islandSyntax.ts";
import type { MarkdownContext } from "../../../src/core/markdown/markdownContext.ts";
import type { PlacedNode } from "../../../src/core/markdown/placedNode.ts";
import type { OffsetRange } from "../../../src/core/trackRange.ts";
import { islandFromMarkdown } from "./islandFromMarkdown.ts";

/** GFM's tree transform for addresses makes nodes that have no position; the tokenizer finds them by itself. */
const FROM_MARKDOWN = [...gfmFromMarkdown().map((one) => ({ ...one, transforms: [] })), islandFromMarkdown()];

/** The nodes of a text by way of mdast's own tree: what `parseMarkdown` has to find as well. */
export function referenceNodes(text: string, context: MarkdownContext): readonly PlacedNode[] {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const body = text.slice(mark);
  const tails = new Map<object, number>();
  const titles = new Map<object, OffsetRange>();
  const mdastExtensions = [...FROM_MARKDOWN, noteTails(tails, titles)];
  const extensions = [gfm(), islandSyntax({ text: body }, context), knowLabels(body, context)];
  const root = fromMarkdown(body, { extensions, mdastExtensions });
  return listNodes(root).map(({ node, parent, depth }) => {
    const tail = tails.get(node);
    const title = titles.get(node);
    return {
      node,
      parent,
      depth,
      start: (node.position?.start.offset ?? 0) + mark,
      end: (node.position?.end.offset ?? 0) + mark,
      tail: tail === undefined ? undefined : tail + mark,
      title: title && { start: title.start + mark, end: title.end + mark },
    };
  });
}

/** Where a link or a picture can begin, the labels that are defined elsewhere are made known. */
function knowLabels(text: string, { defined }: MarkdownContext): Extension {
  const known = findLabels(text).filter((label) => defined.has(label));
  const construct: Construct = {
    name: "knownLabels",
    tokenize(_effects, _ok, nok) {
      this.parser.defined.push(...known);
      return nok;
    },
  };
  return { text: { 33: construct, 91: construct } };
}

function noteTails(tails: Map<object, number>, titles: Map<object, OffsetRange>): FromMarkdownExtension {
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

function listNodes(root: Root) {
  const placed: { readonly node: Nodes; readonly parent: Nodes | undefined; readonly depth: number }[] = [];
  const open: typeof placed = [{ node: root, parent: undefined, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    placed.push(next);
    if (!("children" in node)) continue;
    for (const child of node.children.toReversed()) open.push({ node: child, parent: node, depth: depth + 1 });
  }
  return placed;
}
