import type { ProseBlock } from "./proseBlock.ts";

/** The paragraphs of a text without markup. */
export function plainBlocks(text: string): readonly ProseBlock[] {
  const paragraphs = text.matchAll(/\S[^\r\n]*(?:(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|$))[^\r\n]*)*/gu);
  return [...paragraphs].map(({ 0: prose, index }) => ({
    prose,
    offsets: Array.from({ length: prose.length }, (_, at) => index + at),
  }));
}
