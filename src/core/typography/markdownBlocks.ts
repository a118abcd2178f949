import type { PlacedNode } from "../markdown/placedNode.ts";
import { readMarkdown } from "../markdown/readMarkdown.ts";
import { OBJECT, type ProseBlock } from "./proseBlock.ts";

const BLOCKS: readonly string[] = ["paragraph", "heading", "tableCell"];

/** The blocks of a Markdown text that hold prose. The parser is big: load this module when it is first needed. */
export function markdownBlocks(text: string): readonly ProseBlock[] {
  const { nodes, literals } = readMarkdown(text);
  const covered = coverage(text.length, literals);
  const blocks: Writer[] = [];
  for (const placed of nodes) {
    if (BLOCKS.includes(placed.node.type)) blocks.push(new Writer(text, covered));
    const block = blocks.at(-1);
    if (block && isLeaf(placed)) block.add(placed);
  }
  return blocks.map(({ prose, offsets }) => ({ prose, offsets }));
}

function coverage(length: number, ranges: readonly { readonly start: number; readonly end: number }[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { start, end } of ranges) covered.fill(1, start, end);
  return covered;
}

function isLeaf({ node }: PlacedNode): boolean {
  return !("children" in node) && node.type !== "code" && node.type !== "definition" && node.type !== "thematicBreak";
}

/** An escape is left alone, and a line's beginning may be a container's. */
const PIECE = /\\[^\p{L}\p{N}\s]|(?:\r\n|\n|\r)[ \t>]*|[\s\S]/gu;

class Writer {
  readonly offsets: number[] = [];
  prose = "";
  readonly #text: string;
  readonly #covered: Uint8Array;

  constructor(text: string, covered: Uint8Array) {
    this.#text = text;
    this.#covered = covered;
  }

  add({ node, start, end }: PlacedNode): void {
    if (node.type !== "text") {
      this.#put(node.type === "break" ? "\n" : OBJECT, start);
      return;
    }
    for (const { 0: piece, index } of this.#text.slice(start, end).matchAll(PIECE)) {
      const at = start + index;
      if (this.#covered[at] === 1 || /^\\./u.test(piece)) this.#put(OBJECT, at);
      else if (/^[\r\n]/u.test(piece)) this.#put("\n", at);
      else for (let unit = 0; unit < piece.length; unit += 1) this.#put(piece.charAt(unit), at + unit);
    }
  }

  #put(unit: string, at: number): void {
    this.prose += unit;
    this.offsets.push(at);
  }
}
