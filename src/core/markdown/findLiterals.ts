import { isPlain } from "./isPlain.ts";
import { isTangled } from "./isTangled.ts";
import { PLAIN_CONTEXT } from "./markdownContext.ts";

/** UTF-16 offsets. */
export interface LiteralRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a model must not touch: code, HTML tags and comments, the `(url "title")` of links and images, labels,
 * definitions, addresses and footnote marks. In order, none inside another.
 */
export async function findLiterals(text: string, markdown = PLAIN_CONTEXT): Promise<readonly LiteralRange[]> {
  if (isPlain(text) || isTangled(text)) return [];
  const { readMarkdown } = await import("./readMarkdown.ts");
  return readMarkdown(text, markdown).literals.map(({ start, end }) => ({ start, end }));
}
