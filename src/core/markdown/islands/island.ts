import type { Literal, Parent } from "mdast";

/**
 * What is no prose and no Markdown, though it stands among both: tags of templates and components, expressions, maths,
 * attribute lists, lines of directives and imports.
 */
export interface Island extends Literal {
  type: "island";
  /**
   * `tag` of HTML or a component, `template` for what is filled in or run by the site's generator, `math`, `attributes`
   * of the block or the span before, `code` of MDX or between tags of templates, `line` for a line that is structure,
   * `grid` for a table whose cells are set by the column.
   */
  kind: IslandKind;
}

export type IslandKind = "tag" | "template" | "math" | "attributes" | "code" | "line" | "grid";

/** A block that begins with a line of its own and goes on as long as lines are indented: `!!! note`, `=== "Tab"`, `: …`. */
export interface IndentedContainer extends Parent {
  type: "indentedContainer";
}

declare module "mdast" {
  interface RootContentMap {
    island: Island;
    indentedContainer: IndentedContainer;
  }
  interface PhrasingContentMap {
    island: Island;
  }
  interface BlockContentMap {
    island: Island;
    indentedContainer: IndentedContainer;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    islandTag: "islandTag";
    islandTemplate: "islandTemplate";
    islandMath: "islandMath";
    islandAttributes: "islandAttributes";
    islandCode: "islandCode";
    islandLine: "islandLine";
    islandGrid: "islandGrid";
    islandText: "islandText";
    islandIndent: "islandIndent";
    indentedContainer: "indentedContainer";
  }
}
