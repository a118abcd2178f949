import type { CompileContext, Extension, Handle } from "mdast-util-from-markdown";
import type { IslandKind } from "../../../src/core/markdown/islands/island.ts";

/** Makes nodes of the tokens of `islandSyntax`. */
export function islandFromMarkdown(): Extension {
  const exit: Handle = function (token) {
    const node = this.stack.at(-1);
    if (node?.type === "island") node.value = this.sliceSerialize(token);
    this.exit(token);
  };
  return {
    enter: {
      islandTag: enter("tag"),
      islandTemplate: enter("template"),
      islandMath: enter("math"),
      islandAttributes: enter("attributes"),
      islandCode: enter("code"),
      islandLine: enter("line"),
      islandGrid: enter("grid"),
      indentedContainer(this: CompileContext, token) {
        this.enter({ type: "indentedContainer", children: [] }, token);
      },
    },
    exit: {
      islandTag: exit,
      islandTemplate: exit,
      islandMath: exit,
      islandAttributes: exit,
      islandCode: exit,
      islandLine: exit,
      islandGrid: exit,
      indentedContainer(this: CompileContext, token) {
        this.exit(token);
      },
    },
  };
}

function enter(kind: IslandKind): Handle {
  return function (token) {
    this.enter({ type: "island", kind, value: "" }, token);
  };
}
