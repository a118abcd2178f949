import { collectLiterals, type Literal } from "./collectLiterals.ts";
import { listBlocks } from "./listBlocks.ts";
import { type MarkdownContext, PLAIN_CONTEXT } from "./markdownContext.ts";
import { parseMarkdown } from "./parseMarkdown.ts";
import type { PlacedNode } from "./placedNode.ts";

/** A text and what Markdown makes of it. */
export interface ReadMarkdown {
  readonly text: string;
  readonly nodes: readonly PlacedNode[];
  readonly literals: readonly Literal[];
  readonly lists: MarkdownLists;
}

/** What is compared: all but `blocks` as multisets. */
export interface MarkdownLists {
  readonly code: readonly string[];
  readonly url: readonly string[];
  readonly html: readonly string[];
  readonly emphasis: readonly string[];
  readonly link: readonly string[];
  readonly blocks: readonly string[];
}

/** Parses a text. The parser is big: load this module when it is first needed. */
export function readMarkdown(text: string, context = PLAIN_CONTEXT): ReadMarkdown {
  const { recent } = context;
  const known = recent?.get(text);
  if (known) return known;
  const read = readAnew(text, context);
  if (recent && recent.size >= MOST_RECENT) recent.clear();
  recent?.set(text, read);
  return read;
}

/** A few: those of one segment and its answers. */
const MOST_RECENT = 24;

function readAnew(text: string, context: MarkdownContext): ReadMarkdown {
  const nodes = parseMarkdown(text, context);
  const literals = collectLiterals(text, nodes);
  const valuesOf = (...kinds: readonly Literal["kind"][]) =>
    literals.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value);
  const lists = {
    code: valuesOf("code", "fence"),
    url: valuesOf("link", "image", "address", "definition"),
    html: valuesOf("html"),
    emphasis: nodes.flatMap(emphasisOf),
    link: [...nodes.flatMap(linkOf), ...valuesOf("label", "shortcut", "mark")],
    blocks: listBlocks(nodes),
  };
  return { text, nodes, literals, lists };
}

function emphasisOf({ node }: PlacedNode): readonly string[] {
  return node.type === "emphasis" || node.type === "strong" || node.type === "delete" ? [node.type] : [];
}

/** Addresses have no text of their own, and are seen among the URLs. */
function linkOf({ node, tail }: PlacedNode): readonly string[] {
  return (node.type === "link" || node.type === "image") && tail !== undefined ? [node.type] : [];
}
