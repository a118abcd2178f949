import { MOST_COLUMNS } from "../../../markdown/limitNesting.ts";
import type { PlacedNode } from "../../../markdown/placedNode.ts";
import { addHtmlSegments } from "./htmlSegments.ts";
import { addInlineSegments, titleOf } from "./inlineSegments.ts";
import { findIslandProse } from "./islandProse.ts";
import type { SegmentCollector } from "./segmentCollector.ts";

/** Goes through the blocks of a document, piece by piece, and has their prose collected. */
export class BlockReader {
  readonly #collector: SegmentCollector;
  /** A tag whose content is no prose, opened in a block of HTML and not yet closed. */
  #opaque: string | undefined;

  constructor(collector: SegmentCollector) {
    this.#collector = collector;
  }

  read(nodes: readonly PlacedNode[]): void {
    const quotes: number[] = [];
    for (let index = 0; index < nodes.length; index += 1) {
      const placed = nodes[index];
      if (!placed) continue;
      const outer = placed.depth === 0 ? 0 : (quotes[placed.depth - 1] ?? 0);
      quotes[placed.depth] = outer + (placed.node.type === "blockquote" ? 1 : 0);
      const end = endOfNode(nodes, index);
      if (this.#isOpaque(placed)) continue;
      if (isTooDeep(this.#collector.source, placed)) {
        this.#collector.addUnread("nested", placed);
        index = end - 1;
        continue;
      }
      if (this.#readBlock(placed, nodes.slice(index + 1, isLine(placed) ? end : index + 1), outer)) index = end - 1;
    }
  }

  /** Whether all that is in it has been read. */
  #readBlock(placed: PlacedNode, inside: readonly PlacedNode[], quoteDepth: number): boolean {
    const collector = this.#collector;
    const { node, start, end, title } = placed;
    switch (node.type) {
      case "paragraph":
        addInlineSegments(collector, { block: placed, inside, kind: "paragraph", quoteDepth });
        return true;
      case "tableCell":
        addInlineSegments(collector, { block: placed, inside, kind: "cell", quoteDepth });
        return true;
      case "heading": {
        const first = collector.segments.length;
        addInlineSegments(collector, { block: placed, inside, kind: "heading", quoteDepth });
        collector.enterHeading(node.depth, collector.segments[first]?.text ?? "");
        return true;
      }
      case "definition":
        for (const one of title ? titleOf(collector.source, title) : []) collector.addInner(one);
        return true;
      case "html":
        this.#opaque = addHtmlSegments(collector, { range: { start, end }, quoteDepth });
        return true;
      case "island":
        if (node.kind === "grid") collector.addUnread("grid", placed);
        for (const one of findIslandProse(collector.source.slice(start, end), start, node.kind))
          collector.addInner(one);
        return true;
      default:
        return false;
    }
  }

  /** Within an open tag such as `<pre>` nothing is prose up to its end, whatever Markdown makes of it. */
  #isOpaque({ node, start, end }: PlacedNode): boolean {
    if (this.#opaque === undefined) return false;
    const { source } = this.#collector;
    const closing = new RegExp(`</${this.#opaque}\\s*>`, "iu");
    if (closing.test(source.slice(start, end)) && node.type !== "root") {
      this.#opaque = undefined;
      return true;
    }
    if (closing.test(source.slice(end))) return true;
    this.#opaque = undefined;
    return false;
  }
}

/** Of blocks within others: a list takes 17 columns at the most, and two levels of the tree. */
const LEAST_DEPTH = 10;
const LEAVES: readonly string[] = ["paragraph", "heading", "table", "html", "island", "definition"];

/** Whether lists or quotes could begin in it that weren't looked for: what they hold would be taken for prose. */
function isTooDeep(source: string, { node, depth, start, end }: PlacedNode): boolean {
  if (depth < LEAST_DEPTH || !LEAVES.includes(node.type)) return false;
  const [, ...further] = source.slice(start, end).split(/\r\n|\n|\r/u);
  const before = source.slice(
    Math.max(source.lastIndexOf("\n", start - 1), source.lastIndexOf("\r", start - 1)) + 1,
    start,
  );
  const indents = further.map((line) => /^[ \t>]*/u.exec(line)?.[0] ?? "");
  return [before, ...indents].some((indent) => countColumns(indent) >= MOST_COLUMNS);
}

/** At the most: a tab may take fewer. */
function countColumns(text: string): number {
  return text.length + 3 * (text.split("\t").length - 1);
}

function isLine({ node }: PlacedNode): boolean {
  return node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
}

function endOfNode(nodes: readonly PlacedNode[], index: number): number {
  const depth = nodes[index]?.depth ?? 0;
  let end = index + 1;
  while ((nodes[end]?.depth ?? 0) > depth) end += 1;
  return end;
}
