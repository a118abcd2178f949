import { PLAIN_CONTEXT } from "../markdown/markdownContext.ts";
import { readMarkdown } from "../markdown/readMarkdown.ts";
import type { OffsetRange } from "../trackRange.ts";
import { checkAnswer } from "../writing/checkAnswer.ts";
import { type Try, type TryOptions, tryTask } from "../writing/tryTask.ts";
import { cutAtSentences } from "./formats/cutAtSentences.ts";
import { isFault } from "./isFault.ts";
import { splice } from "./segment.ts";
import { sumUsages, translateRuns } from "./translateRuns.ts";

/**
 * Translates sentence by sentence, in which a model loses fewer marks, and only a sentence that has a fault again by its
 * runs. `undefined` where that fails as well.
 */
export async function translateSentences(options: TryOptions, source: string): Promise<Try | undefined> {
  const sentences = findSentences(source, options);
  if (sentences.length < 2) return translateRuns(options, source);
  // Within a paragraph no block begins.
  const inLine = { ...options, markdown: { ...(options.markdown ?? PLAIN_CONTEXT), place: "line" } } as const;
  const pieces: { readonly range: OffsetRange; readonly text: string; readonly usage: Try["usage"] }[] = [];
  for (const range of sentences) {
    const text = source.slice(range.start, range.end);
    const whole = await tryTask(inLine, text, {});
    const isSound = !whole.findings.some(isFault) && !whole.answer.includes("\n");
    const found = isSound ? whole : await translateRuns(inLine, text);
    if (!found) return undefined;
    pieces.push({ range, text: found.answer, usage: sumUsages(isSound ? [whole.usage] : [whole.usage, found.usage]) });
  }
  const answer = splice(source, pieces).text;
  const { task, detectLanguage, markdown } = options;
  const findings = await checkAnswer({ task, source, answer, detectLanguage, ...(markdown && { markdown }) });
  const usage = sumUsages(pieces.map((piece) => piece.usage));
  return { answer, findings, isMended: true, hasLostMasks: false, usage };
}

/** Between marks, without the blanks around them. UTF-16 offsets. */
function findSentences(source: string, { markdown }: TryOptions): readonly OffsetRange[] {
  const { nodes, literals } = readMarkdown(source, markdown);
  const marked = nodes.filter(({ node }) => !["root", "paragraph", "heading", "text"].includes(node.type));
  const parts = cutAtSentences(
    source,
    { start: 0, end: source.length },
    { mostTokens: 1, whole: [...marked, ...literals] },
  );
  return parts.map(({ start, end }) => {
    const text = source.slice(start, end);
    return { start: end - text.trimStart().length, end: start + text.trimEnd().length };
  });
}
