import type { IslandKind } from "../islands/island.ts";
import { BLOCK_RULES } from "./blockRules.ts";
import { INLINE_RULES } from "./inlineRules.ts";
import { type NodeRule, setValue } from "./nodeRule.ts";

/** By CommonMark's constructs and GFM's, and the islands. */
export const NODE_RULES: ReadonlyMap<string, NodeRule> = new Map<string, NodeRule>([
  ...BLOCK_RULES,
  ...INLINE_RULES,
  ["islandTag", island("tag")],
  ["islandTemplate", island("template")],
  ["islandMath", island("math")],
  ["islandAttributes", island("attributes")],
  ["islandCode", island("code")],
  ["islandLine", island("line")],
  ["islandGrid", island("grid")],
  ["indentedContainer", { create: () => ({ type: "indentedContainer", children: [] }) }],
]);

function island(kind: IslandKind): NodeRule {
  return {
    create: () => ({ type: "island", kind, value: "" }),
    exit: ({ top }, token, context) => setValue(top.node, context.sliceSerialize(token)),
  };
}
