import type { ReadMarkdown } from "../readMarkdown.ts";

/** UTF-16 offsets. */
export interface InlineText {
  readonly start: number;
  readonly end: number;
}

/** Where inline Markdown stands: paragraphs, headings, the cells of tables. */
export function findInlineTexts({ nodes }: ReadMarkdown): readonly InlineText[] {
  return nodes.filter(({ node }) => ["paragraph", "heading", "tableCell"].includes(node.type));
}

/** The text with every mark that is none, in literals or escaped, covered up. As long as the text itself. */
export function coverLiterals({ text, literals }: ReadMarkdown): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of literals) {
    pieces.push(text.slice(at, start), "x".repeat(end - start));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("").replace(/\\[!-/:-@[-`{-~]/gu, "xx");
}
