import type { Point, Token } from "micromark-util-types";
import type { NodeList } from "./nodeList.ts";

/** An item has no token: it goes from its marker to the next one or to the list's end, without the line endings before that. */
export class ListItems {
  readonly #list: NodeList;
  /** Where the line endings begin that may turn out to be those between two items. */
  #gap: Point | undefined;

  constructor(list: NodeList) {
    this.#list = list;
  }

  see(kind: "enter" | "exit", token: Token): void {
    switch (token.type) {
      case "lineEnding":
      case "lineEndingBlank":
        if (kind === "enter") this.#gap ??= token.start;
        return;
      case "linePrefix":
      case "listItemIndent":
      case "blockQuotePrefix":
      case "blockQuoteMarker":
      case "blockQuotePrefixWhitespace":
        return;
      case "listItemPrefix":
        if (kind === "enter") {
          this.#close(token);
          this.#list.open({ type: "listItem", checked: null, children: [] }, token);
        }
        break;
      case "listOrdered":
      case "listUnordered":
        if (kind === "exit") this.#close(token);
    }
    this.#gap = undefined;
  }

  #close({ end }: Token): void {
    if (this.#list.top.node.type === "listItem") this.#list.close({ end: this.#gap ?? end });
  }
}
