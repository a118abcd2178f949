import type { ChatUsage } from "../chat/chatModel.ts";
import { readMarkdown } from "../markdown/readMarkdown.ts";
import { checkAnswer } from "../writing/checkAnswer.ts";
import { type Try, type TryOptions, tryTask } from "../writing/tryTask.ts";
import { inLine } from "./inLine.ts";
import { isFault } from "./isFault.ts";
import { hasProse } from "./makeSegment.ts";
import { splice } from "./segment.ts";

/**
 * Translates the runs of words between the marks one by one, so that no mark is sent at all. `undefined` where there is
 * a single run, which has been asked for already, and where a run has a fault again.
 */
export async function translateRuns(options: TryOptions, source: string): Promise<Try | undefined> {
  const runs = findRuns(source, options);
  if (runs.length === 0 || (runs.length === 1 && runs[0]?.end === source.length && runs[0].start === 0))
    return undefined;
  const within = inLine(options);
  const usages: (ChatUsage | undefined)[] = [];
  const pieces: { readonly range: Run; readonly text: string }[] = [];
  for (const run of runs) {
    const text = source.slice(run.start, run.end);
    const { answer, findings, usage } = await tryTask(within, text, {});
    usages.push(usage);
    // A sentence that is half translated helps no one.
    if (findings.some(isFault) || /[\n`*_[\]<>|]/u.test(answer)) return undefined;
    pieces.push({ range: run, text: answer });
  }
  const answer = splice(source, pieces).text;
  const { task, detectLanguage, markdown } = options;
  const findings = await checkAnswer({ task, source, answer, detectLanguage, ...(markdown && { markdown }) });
  return { answer, findings, isMended: true, hasLostMasks: false, usage: sumUsages(usages) };
}

/** UTF-16 offsets. */
interface Run {
  readonly start: number;
  readonly end: number;
}

function findRuns(source: string, { markdown }: TryOptions): readonly Run[] {
  const { nodes, literals } = readMarkdown(source, markdown);
  return nodes.flatMap(({ node, start, end }) => {
    if (node.type !== "text") return [];
    const inside = literals.filter((literal) => literal.start < end && literal.end > start);
    const borders = [start, ...inside.flatMap((literal) => [literal.start, literal.end]), end];
    const runs: Run[] = [];
    for (let at = 0; at + 1 < borders.length; at += 2) {
      const run = trim(source, borders[at] ?? start, borders[at + 1] ?? end);
      if (hasProse(source.slice(run.start, run.end))) runs.push(run);
    }
    return runs;
  });
}

function trim(source: string, start: number, end: number): Run {
  const text = source.slice(start, end);
  return { start: start + text.length - text.trimStart().length, end: end - (text.length - text.trimEnd().length) };
}

/** `undefined` where one of them isn't known. */
export function sumUsages(usages: readonly (ChatUsage | undefined)[]): ChatUsage | undefined {
  const known = usages.filter((usage) => usage !== undefined);
  if (known.length < usages.length) return undefined;
  return {
    promptTokens: known.reduce((total, { promptTokens }) => total + promptTokens, 0),
    completionTokens: known.reduce((total, { completionTokens }) => total + completionTokens, 0),
  };
}
