import { differenceOf } from "../../differenceOf.ts";
import type { MarkdownLists, ReadMarkdown } from "../readMarkdown.ts";
import { findUnpairedBackticks } from "./findUnpairedBackticks.ts";

/**
 * How much of the source's Markdown an answer lacks or has over: 0 for none. Titles and a fence's language count as well,
 * and backticks that make no code, where the source has none.
 */
export function countDamage(source: ReadMarkdown, answer: ReadMarkdown): number {
  const keys = differenceOf(keysOf(source), keysOf(answer));
  const unpaired = findUnpairedBackticks(source).length > 0 ? 0 : findUnpairedBackticks(answer).length;
  return KINDS.reduce(
    (sum, kind) => {
      const { missing, added } = differenceOf(source.lists[kind], answer.lists[kind]);
      return sum + missing.length + added.length;
    },
    unpaired + keys.missing.length + keys.added.length,
  );
}

const KINDS = ["code", "url", "html", "emphasis", "link", "blocks"] as const satisfies readonly (keyof MarkdownLists)[];

function keysOf({ literals }: ReadMarkdown): readonly string[] {
  return literals.map(({ key }) => key);
}
