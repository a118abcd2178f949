import { isTangled } from "../markdown/isTangled.ts";
import type { OffsetRange } from "../trackRange.ts";
import { checkAnswer } from "../writing/checkAnswer.ts";
import type { Finding } from "../writing/finding.ts";
import type { TryOptions } from "../writing/tryTask.ts";
import { findSentences } from "./findSentences.ts";
import { inLine } from "./inLine.ts";
import { isFault } from "./isFault.ts";

/** A sentence of a source, and what an answer has for it. */
export interface SentencePair {
  readonly source: string;
  readonly answer: string;
  /** In the whole answer. UTF-16 offsets. */
  readonly range: OffsetRange;
  readonly findings: readonly Finding[];
}

/**
 * The sentences of a source that an answer has a fault in, where it has as many as the source and the others have none:
 * then they alone have to be asked for again. `undefined` where the fault can't be told to be in some of them.
 */
export async function findFaultySentences(
  options: TryOptions,
  source: string,
  answer: string,
): Promise<readonly SentencePair[] | undefined> {
  // A text that no parser gets through in time has no sentences.
  if ([source, answer].some(isTangled)) return undefined;
  const [of, to] = [findSentences(source, options), findSentences(answer, options)];
  if (of.length < 2 || of.length !== to.length) return undefined;
  const { task, detectLanguage, markdown } = inLine(options);
  const faulty: SentencePair[] = [];
  for (const [index, range] of to.entries()) {
    const pair = { source: slice(source, of[index]), answer: slice(answer, range) };
    const findings = await checkAnswer({ task, detectLanguage, markdown, ...pair });
    if (findings.some(isFault)) faulty.push({ ...pair, range, findings });
  }
  return faulty.length > 0 && faulty.length < of.length ? faulty : undefined;
}

function slice(text: string, { start, end }: OffsetRange = { start: 0, end: 0 }): string {
  return text.slice(start, end);
}
