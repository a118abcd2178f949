import { type Difference, differenceOf } from "../differenceOf.ts";
import { hasSameMarks } from "./hasSameMarks.ts";
import { countParagraphs, isPlain } from "./isPlain.ts";
import { isTangled } from "./isTangled.ts";
import { type MarkdownContext, PLAIN_CONTEXT } from "./markdownContext.ts";

/**
 * A difference in what Markdown makes of two texts. `emphasis` lists the types of its nodes; `link` counts links
 * and images by their types and lists labels; `blocks` lists the blocks between the first and the last that differ.
 */
export interface MarkdownFault extends Difference {
  readonly kind: "code" | "url" | "html" | "emphasis" | "link" | "blocks";
}

export interface CompareOptions {
  /** Whether the blocks (paragraphs, headings, lists, tables) must be the same in the same order. */
  readonly keepBlocks: boolean;
  readonly markdown?: MarkdownContext;
}

/**
 * Parses both texts and compares code, URLs, HTML, emphasis and links as multisets, and the blocks in their order.
 * Nothing is parsed where neither text holds a mark. A text that no parser gets through in time is one fault of blocks.
 */
export async function compareMarkdown(
  source: string,
  answer: string,
  { keepBlocks, markdown = PLAIN_CONTEXT }: CompareOptions,
): Promise<readonly MarkdownFault[]> {
  const kinds = keepBlocks ? [...INLINE_KINDS, "blocks" as const] : INLINE_KINDS;
  if (isPlain(source) && isPlain(answer)) {
    return keepBlocks ? fault("blocks", sequenceDifference(paragraphs(source), paragraphs(answer))) : [];
  }
  // What can't be read is another text than was asked about.
  if (isTangled(answer) || isTangled(source)) return [{ kind: "blocks", missing: [], added: [] }];
  if (hasSameMarks(source, answer)) return [];
  const { readMarkdown } = await import("./readMarkdown.ts");
  const [before, after] = [readMarkdown(source, markdown).lists, readMarkdown(answer, markdown).lists];
  return kinds.flatMap((kind) =>
    fault(kind, (kind === "blocks" ? sequenceDifference : differenceOf)(before[kind], after[kind])),
  );
}

const INLINE_KINDS = ["code", "url", "html", "emphasis", "link"] as const;

function fault(kind: MarkdownFault["kind"], difference: Difference): readonly MarkdownFault[] {
  return difference.missing.length + difference.added.length > 0 ? [{ kind, ...difference }] : [];
}

function paragraphs(text: string): readonly string[] {
  return Array.from({ length: countParagraphs(text) }, () => "paragraph");
}

function sequenceDifference(source: readonly string[], answer: readonly string[]): Difference {
  const shorter = Math.min(source.length, answer.length);
  let start = 0;
  while (start < shorter && source[start] === answer[start]) start += 1;
  let end = 0;
  while (end < shorter - start && source.at(-1 - end) === answer.at(-1 - end)) end += 1;
  return { missing: source.slice(start, source.length - end), added: answer.slice(start, answer.length - end) };
}
