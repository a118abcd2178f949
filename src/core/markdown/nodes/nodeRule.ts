import type { Nodes } from "mdast";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import type { Token, TokenizeContext } from "micromark-util-types";
import type { NodeList } from "./nodeList.ts";

export type Handle = (list: NodeList, token: Token, context: TokenizeContext) => void;

/** What a token of micromark is to the list of nodes. */
export interface NodeRule {
  /** The node that it is, from its first event to its last. */
  readonly create?: (token: Token) => Nodes;
  /** What is in it is read as a string, and what becomes of that; `raw` gives it with its escapes. */
  readonly setString?: (node: Nodes, value: string, raw: () => string) => void;
  /** At its first event, when the node is open. */
  readonly enter?: Handle;
  /** At its last event, before the node is closed. */
  readonly exit?: Handle;
}

export type Rules = readonly (readonly [string, NodeRule])[];

export const addText: Handle = (list, token, context) => list.addText(list.slice(token, context), token);
export const TEXT: NodeRule = { exit: addText };

export const URL: NodeRule = {
  setString: (node, url) => {
    if ("url" in node) node.url = url;
  },
};
export const TITLE: NodeRule = {
  setString: (node, title) => {
    if ("title" in node) node.title = title;
  },
};
export const TITLE_PLACE: NodeRule = {
  exit: (nodes, token) => nodes.noteTitle(token),
};
export const IDENTIFIER: NodeRule = {
  setString: (node, _value, raw) => {
    if ("identifier" in node) node.identifier = identify(raw());
  },
};
export function identify(label: string): string {
  return normalizeIdentifier(label).toLowerCase();
}

export function setValue(node: Nodes, value: string): void {
  if ("value" in node) node.value = value;
}
