import { isPlain } from "./isPlain.ts";

/** UTF-16 offsets. */
export interface LiteralRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a model must not touch: code, HTML tags and comments, the `(url "title")` of links and images, labels,
 * definitions, addresses and footnote marks. In order, none inside another.
 */
export async function findLiterals(text: string): Promise<readonly LiteralRange[]> {
  if (isPlain(text)) return [];
  const { readMarkdown } = await import("./readMarkdown.ts");
  return readMarkdown(text).literals.map(({ start, end }) => ({ start, end }));
}
