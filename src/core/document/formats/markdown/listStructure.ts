import { collectLiterals, type Literal } from "../../../markdown/collectLiterals.ts";
import { findHtmlTags, withoutVisibleText } from "../../../markdown/htmlTags.ts";
import { describeBlock } from "../../../markdown/listBlocks.ts";
import type { PlacedNode } from "../../../markdown/placedNode.ts";
import { coverCode, isInlineTag } from "./inlineTags.ts";
import { withoutTitle } from "./islandProse.ts";

/** What must be the same in a document and its translation, block by block, and where it stands. */
export interface StructureLine {
  readonly text: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** Blocks that hold a line of inline Markdown. */
const INLINE_BLOCKS: readonly string[] = ["paragraph", "heading", "tableCell"];

/**
 * The structure of a text: each block with what makes it what it is, code and lines of structure word by word, and for
 * a line of text its marks and literals as a multiset, for they may change places in another language.
 */
export function listStructure(source: string, nodes: readonly PlacedNode[]): readonly StructureLine[] {
  const marks = new MarkReader(source, nodes);
  return nodes.flatMap((placed, index) => {
    const { node, parent, depth, start, end } = placed;
    if (INLINE_BLOCKS.includes(node.type)) {
      const level = "depth" in node ? node.depth : "";
      return [{ text: `${depth} ${node.type} ${level} ${marks.readBlock(index).join("\u0000")}`, start, end }];
    }
    const block = describeBlock(node, parent);
    return block === undefined ? [] : [{ text: `${depth} ${block} ${contentOf(source, placed)}`, start, end }];
  });
}

/** Reads what is in the lines of text, block by block, in their order. */
class MarkReader {
  readonly #nodes: readonly PlacedNode[];
  readonly #literals: readonly Literal[];
  #next = 0;

  constructor(source: string, nodes: readonly PlacedNode[]) {
    this.#nodes = nodes;
    this.#literals = collectLiterals(source, nodes);
  }

  readBlock(index: number): readonly string[] {
    const block = this.#nodes[index];
    const marks: string[] = [];
    if (!block) return marks;
    for (
      let literal = this.#literals[this.#next];
      literal && literal.start < block.end;
      literal = this.#literals[this.#next]
    ) {
      this.#next += 1;
      if (literal.start >= block.start) marks.push(describeLiteral(literal));
    }
    for (let at = index + 1; (this.#nodes[at]?.depth ?? 0) > block.depth; at += 1) {
      const type = this.#nodes[at]?.node.type ?? "";
      if (SPANS.includes(type)) marks.push(type);
    }
    return marks.toSorted();
  }
}

const SPANS: readonly string[] = ["emphasis", "strong", "delete", "break"];

/** A link whose text was its label has the label behind it once the text is translated. */
function describeLiteral({ kind, value }: Literal): string {
  return `${kind === "shortcut" ? "label" : kind} ${value.replace(/\s+/gu, " ")}`;
}

/** Of a block that isn't prose, what it holds. */
function contentOf(source: string, { node, start, end }: PlacedNode): string {
  switch (node.type) {
    case "code":
      return node.value;
    case "definition":
      return `${node.identifier} ${node.url}`;
    case "footnoteDefinition":
      return node.identifier;
    case "html":
      return listTags(source.slice(start, end));
    case "island":
      return node.kind === "line"
        ? withoutTitle(source.slice(start, end))
        : withoutVisibleText(source.slice(start, end));
    default:
      return "";
  }
}

/** The tags in their order; those within a line of text as a multiset, for they may change places. */
function listTags(html: string): string {
  const lines: string[][] = [[]];
  for (const { raw, value } of findHtmlTags(coverCode(html))) {
    if (isInlineTag(raw)) lines.at(-1)?.push(value);
    else lines.push([value], []);
  }
  return lines.map((line) => line.toSorted().join("")).join("\n");
}
