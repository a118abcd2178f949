import type { Event } from "micromark-util-types";
import type { PlacedNode } from "../placedNode.ts";
import { ListItems } from "./listItems.ts";
import { NodeList } from "./nodeList.ts";
import { NODE_RULES } from "./nodeRules.ts";

/**
 * The nodes of what micromark found in a text, parents before their children, as mdast has them
 * (github.com/syntax-tree/mdast). One way through the events takes a fraction of the time that a tree takes that is
 * made and then gone through. Offsets are those of a text in which this one begins at `from`.
 */
export function listNodes(text: string, events: readonly Event[], from: number): readonly PlacedNode[] {
  const list = new NodeList(text, from);
  const items = new ListItems(list);
  for (const [kind, token, context] of events) {
    items.see(kind, token);
    const rule = NODE_RULES.get(token.type);
    if (!rule) continue;
    if (kind === "enter") {
      if (rule.create) list.open(rule.create(token), token);
      if (rule.setString) list.string = "";
      rule.enter?.(list, token, context);
    } else {
      rule.exit?.(list, token, context);
      if (rule.setString) rule.setString(list.top.node, list.takeString(), () => list.slice(token, context));
      if (rule.create) list.close(token);
    }
  }
  return list.placed;
}
