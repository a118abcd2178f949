import type { ReadMarkdown } from "./readMarkdown.ts";

/** `mdx` as in MDX 3: tags and expressions instead of HTML, and no indented code. */
export type MarkdownDialect = "markdown" | "mdx";

/** What a piece of Markdown has to be read with to mean what it means in its document. */
export interface MarkdownContext {
  readonly dialect: MarkdownDialect;
  /** Labels that are defined anywhere in the document, normalized as CommonMark matches them. */
  readonly defined: ReadonlySet<string>;
  /**
   * `line` where no block can begin: in a heading or a cell. `value` where no Markdown is read at all, and a backslash
   * would be one: in an attribute or in front matter.
   */
  readonly place: "block" | "line" | "value";
  /** What was read last with it: a segment is looked at several times on its way. */
  readonly recent?: Map<string, ReadMarkdown>;
}

/** The contexts of a document, by place. */
export type DocumentContexts = Readonly<Record<MarkdownContext["place"], MarkdownContext>>;

/** A text that stands for itself. */
export const PLAIN_CONTEXT: MarkdownContext = { dialect: "markdown", defined: new Set(), place: "block" };
