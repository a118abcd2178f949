import type { ReadMarkdown } from "../readMarkdown.ts";
import { coverLiterals } from "./inlineText.ts";

/**
 * Where backticks stand that make no code in the text itself. With one of the next line of a paragraph they would, where
 * the lines are segments of their own, as those of a definition list are. UTF-16 offsets.
 */
export function findUnpairedBackticks(read: ReadMarkdown): readonly number[] {
  return read.text.includes("`") ? Array.from(coverLiterals(read).matchAll(/`/gu), ({ index }) => index) : [];
}
