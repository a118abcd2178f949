import { PLAIN_CONTEXT } from "../markdown/markdownContext.ts";
import { readMarkdown } from "../markdown/readMarkdown.ts";
import type { Finding } from "../writing/finding.ts";

/** More of them, or longer ones, would drown the instruction. */
const MOST_NAMED = 4;
const LONGEST = 60;

/**
 * Names to a model that lost emphasis or links those of the source, as they stand there and in one sentence: told only
 * that "emphasis" is missing, a small model gives the same answer again. Empty where none was lost.
 */
export function nameMarks(source: string, findings: readonly Finding[], markdown = PLAIN_CONTEXT): string {
  const lost: readonly string[] = findings.flatMap((finding) => (finding.kind === "markup" ? finding.missing : []));
  if (lost.length === 0) return "";
  const marked = readMarkdown(source, markdown).nodes.flatMap(({ node, start, end, tail }) => {
    if (!lost.includes(node.type)) return [];
    return [tail === undefined ? source.slice(start, end) : `${source.slice(start, tail)}(…)`];
  });
  const named = marked.filter((one) => one.length <= LONGEST && !one.includes("\n")).slice(0, MOST_NAMED);
  if (named.length === 0) return "";
  return ` The translation must have each of these, with its words translated: ${named.join(", ")}.`;
}
