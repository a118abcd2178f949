import { readMarkdown } from "../markdown/readMarkdown.ts";
import type { OffsetRange } from "../trackRange.ts";
import type { TryOptions } from "../writing/tryTask.ts";
import { cutAtSentences } from "./formats/cutAtSentences.ts";

/** Where the sentences of a text stand, with no mark over their borders and without the blanks around them. UTF-16 offsets. */
export function findSentences(text: string, { markdown }: Pick<TryOptions, "markdown">): readonly OffsetRange[] {
  const { nodes, literals } = readMarkdown(text, markdown);
  const marked = nodes.filter(({ node }) => !["root", "paragraph", "heading", "text"].includes(node.type));
  const parts = cutAtSentences(
    text,
    { start: 0, end: text.length },
    { mostTokens: 1, whole: [...marked, ...literals] },
  );
  return parts.map(({ start, end }) => {
    const part = text.slice(start, end);
    return { start: end - part.trimStart().length, end: start + part.trimEnd().length };
  });
}
