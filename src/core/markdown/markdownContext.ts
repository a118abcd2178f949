import type { ReadMarkdown } from "./readMarkdown.ts";

/** `mdx` as in MDX 3: tags and expressions instead of HTML, and no indented code. */
export type MarkdownDialect = "markdown" | "mdx";

/** What a piece of Markdown has to be read with to mean what it means in its document. */
export interface MarkdownContext {
  readonly dialect: MarkdownDialect;
  /** Labels that are defined anywhere in the document, normalized as CommonMark matches them. */
  readonly defined: ReadonlySet<string>;
  /** Whether the piece stands where no block can begin: in a heading, a cell or a title. */
  readonly place: "block" | "line";
  /** What was read last with it: a segment is looked at several times on its way. */
  readonly recent?: Map<string, ReadMarkdown>;
}

/** The contexts of a document: of where blocks stand, and of headings, cells and titles. */
export interface DocumentContexts {
  readonly block: MarkdownContext;
  readonly line: MarkdownContext;
}

/** A text that stands for itself. */
export const PLAIN_CONTEXT: MarkdownContext = { dialect: "markdown", defined: new Set(), place: "block" };
