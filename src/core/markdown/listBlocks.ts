import type { Nodes } from "mdast";
import type { PlacedNode } from "./placedNode.ts";

/** The blocks in their order, a line for each: what makes it what it is, indented by what it stands in. */
export function listBlocks(nodes: readonly PlacedNode[]): readonly string[] {
  return nodes.flatMap(({ node, parent, depth }) => {
    const block = describeBlock(node, parent);
    return block === undefined ? [] : [`${"  ".repeat(depth - 1)}${block}`];
  });
}

/** What makes a block what it is; `undefined` for what is none. */
export function describeBlock(node: Nodes, parent: Nodes | undefined): string | undefined {
  switch (node.type) {
    case "heading":
      return `heading ${node.depth}`;
    case "list":
      return node.ordered ? `ordered list from ${node.start ?? 1}` : "list";
    case "listItem":
      return node.checked === null || node.checked === undefined ? "item" : `item ${node.checked ? "[x]" : "[ ]"}`;
    case "code":
      return ["code", node.lang, node.meta].filter(Boolean).join(" ");
    case "table":
      return `table ${node.children.map(({ children }) => children.length).join()} ${node.align?.join()}`;
    case "html":
      return isContainer(parent) ? "html" : undefined;
    case "island":
      return isContainer(parent) ? `island ${node.kind}` : undefined;
    case "indentedContainer":
    case "paragraph":
    case "blockquote":
    case "thematicBreak":
    case "footnoteDefinition":
    case "definition":
      return node.type;
    default:
      return undefined;
  }
}

function isContainer(node: Nodes | undefined): boolean {
  return ["root", "blockquote", "listItem", "footnoteDefinition", "indentedContainer"].includes(node?.type ?? "");
}
