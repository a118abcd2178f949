import type { OffsetRange } from "../trackRange.ts";
import { checkAnswer } from "../writing/checkAnswer.ts";
import { type Try, type TryOptions, tryTask } from "../writing/tryTask.ts";
import { findSentences } from "./findSentences.ts";
import { inLine } from "./inLine.ts";
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
  const within = inLine(options);
  const pieces: { readonly range: OffsetRange; readonly text: string; readonly usage: Try["usage"] }[] = [];
  for (const range of sentences) {
    const text = source.slice(range.start, range.end);
    const whole = await tryTask(within, text, {});
    const isSound = !whole.findings.some(isFault) && !whole.answer.includes("\n");
    const found = isSound ? whole : await translateRuns(within, text);
    if (!found) return undefined;
    pieces.push({ range, text: found.answer, usage: sumUsages(isSound ? [whole.usage] : [whole.usage, found.usage]) });
  }
  const answer = splice(source, pieces).text;
  const { task, detectLanguage, markdown } = options;
  const findings = await checkAnswer({ task, source, answer, detectLanguage, ...(markdown && { markdown }) });
  const usage = sumUsages(pieces.map((piece) => piece.usage));
  return { answer, findings, isMended: true, hasLostMasks: false, usage };
}
