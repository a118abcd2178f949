import { differenceOf } from "../differenceOf.ts";
import { countParagraphs, isPlain } from "./isPlain.ts";
import type { PlacedNode } from "./parseMarkdown.ts";

/** A difference in what Markdown makes of two texts. For `blocks` the lists are empty: they differ in their order as well. */
export interface MarkdownFault {
  readonly kind: "code" | "url" | "html" | "emphasis" | "link" | "blocks";
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

export interface CompareOptions {
  /** Whether the blocks (paragraphs, headings, lists, tables) must be the same in the same order. */
  readonly keepBlocks: boolean;
}

/** Parses both texts and compares code, addresses, HTML, emphasis and links as multisets, and the blocks in their order. */
export async function compareMarkdown(
  source: string,
  answer: string,
  { keepBlocks }: CompareOptions,
): Promise<readonly MarkdownFault[]> {
  if (isPlain(source) && isPlain(answer)) {
    return keepBlocks && countParagraphs(source) !== countParagraphs(answer) ? [BLOCKS] : [];
  }
  const { parseMarkdown } = await import("./parseMarkdown.ts");
  const [before, after] = [parseMarkdown(source), parseMarkdown(answer)];
  const faults = KINDS.flatMap((kind) => {
    const difference = differenceOf(listKind(before, kind), listKind(after, kind));
    return difference.missing.length + difference.added.length > 0 ? [{ kind, ...difference }] : [];
  });
  const hasSameBlocks = listBlocks(before).join("\n") === listBlocks(after).join("\n");
  return keepBlocks && !hasSameBlocks ? [...faults, BLOCKS] : faults;
}

const BLOCKS: MarkdownFault = { kind: "blocks", missing: [], added: [] };
const KINDS = ["code", "url", "html", "emphasis", "link"] as const;

function listKind(nodes: readonly PlacedNode[], kind: (typeof KINDS)[number]): readonly string[] {
  return nodes.flatMap(({ node }) => {
    switch (node.type) {
      case "code":
      case "inlineCode":
        return kind === "code" ? [node.value] : [];
      case "html":
        return kind === "html" ? [node.value] : [];
      case "link":
        return kind === "url" ? [node.url] : kind === "link" ? [node.type] : [];
      case "image":
      case "definition":
        return kind === "url" ? [node.url] : [];
      case "linkReference":
      case "imageReference":
      case "footnoteReference":
        return kind === "link" ? [`[${node.identifier}]`] : [];
      case "emphasis":
      case "strong":
      case "delete":
        return kind === "emphasis" ? [node.type] : [];
      default:
        return [];
    }
  });
}

/** The blocks as words, one for each, with what makes them what they are. */
function listBlocks(nodes: readonly PlacedNode[]): readonly string[] {
  return nodes.flatMap(({ node }) => {
    switch (node.type) {
      case "heading":
        return [`heading ${node.depth}`];
      case "list":
        return [`list ${node.ordered} ${node.start}`];
      case "listItem":
        return [`item ${node.checked}`];
      case "code":
        return [`code ${node.lang}`];
      case "table":
        return [`table ${node.align?.join()}`];
      case "paragraph":
      case "blockquote":
      case "thematicBreak":
      case "tableRow":
      case "tableCell":
      case "footnoteDefinition":
      case "definition":
        return [node.type];
      default:
        return [];
    }
  });
}
