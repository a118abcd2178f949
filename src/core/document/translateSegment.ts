import { AssistantError } from "../errors.ts";
import { findLiterals } from "../markdown/findLiterals.ts";
import { checkAnswer } from "../writing/checkAnswer.ts";
import { describeFault } from "../writing/describeFault.ts";
import type { Finding } from "../writing/finding.ts";
import { findPlainLiterals } from "../writing/literals.ts";
import { mask } from "../writing/protect.ts";
import { type Attempt, type Try, type TryOptions, tryTask } from "../writing/tryTask.ts";
import { inLine } from "./inLine.ts";
import { isFault } from "./isFault.ts";
import { type Placement, splice } from "./segment.ts";
import { type ErrorOfOneText, isOfOneText, type SegmentOutcome } from "./segmentOutcome.ts";

export interface SegmentTranslation {
  readonly text: string;
  readonly outcome: SegmentOutcome;
  /** What remains doubtful; with `kept`, what was wrong. */
  readonly findings: readonly Finding[];
  readonly error?: ErrorOfOneText;
  /** With `kept`: the best of the answers. */
  readonly rejected?: string;
}

/**
 * Translates a segment, and goes down the ladder as long as the answer has a fault: repaired, asked once more with
 * the fault named, masked, sentence by sentence and run by run; in the end the source is kept. A fault that is in some
 * of its sentences alone is mended in them, and the rest of the answer stands. Of what is only doubtful the second try
 * is the last. Rejects where the endpoint can't be used at all.
 */
export async function translateSegment(options: TryOptions, source: string): Promise<SegmentTranslation> {
  const ladder = new Ladder();
  await ladder.climb(() => tryTask(options, source, {}));
  if (ladder.isGood) return ladder.result(source, ladder.best?.isMended ? "repaired" : "accepted");
  if (!ladder.isWritable) {
    const rung = await mendSentences(options, source, ladder);
    if (rung) return ladder.result(source, rung);
  }
  return climbDown(options, source, ladder);
}

/** From the second try on. */
async function climbDown(options: TryOptions, source: string, ladder: Ladder): Promise<SegmentTranslation> {
  const attempt = (what: Attempt) => ladder.climb(() => tryTask(options, source, what));
  const { nameMarks } = await import("./nameMarks.ts");
  const marks = nameMarks(source, ladder.findings, options.markdown);
  await attempt({ fault: `${describeFault(ladder.findings)}${marks}` });
  if (ladder.isWritable) return ladder.result(source, ladder.isFirstBest ? "accepted" : "retried");
  const spans = [...findPlainLiterals(source), ...(await findLiterals(source, options.markdown))];
  if (spans.length > 0) {
    await attempt({ fault: describeFault(ladder.findings), masked: mask(source, spans) });
    if (ladder.isWritable) return ladder.result(source, "masked");
  }
  const { translateSentences } = await import("./translateSentences.ts");
  const parts = await ladder.climb(() => translateSentences(options, source));
  if (parts && ladder.isWritable) return ladder.result(source, "byRun");
  return ladder.result(source, "kept");
}

/** The rungs on which a sentence can be mended, the deepest last. */
const RUNGS = ["retried", "masked", "byRun"] as const satisfies readonly SegmentOutcome[];

/**
 * Has the ladder's answer without a fault where those that it has are in some of its sentences and these can be mended
 * by themselves: on which rung the last of them was.
 */
async function mendSentences(
  options: TryOptions,
  source: string,
  ladder: Ladder,
): Promise<(typeof RUNGS)[number] | undefined> {
  const { best } = ladder;
  const { findFaultySentences } = await import("./findFaultySentences.ts");
  const faulty = best && (await findFaultySentences(options, source, best.answer));
  if (!faulty) return undefined;
  const pieces: Placement[] = [];
  const outcomes: SegmentOutcome[] = [];
  for (const { range, findings, ...pair } of faulty) {
    const within = new Ladder({ ...best, answer: pair.answer, findings });
    const { text, outcome } = await climbDown(inLine(options), pair.source, within);
    if (outcome === "kept") return undefined;
    pieces.push({ range, text });
    outcomes.push(outcome);
  }
  const answer = splice(best.answer, pieces).text;
  const { task, detectLanguage, markdown } = options;
  await ladder.climb(async () => {
    const findings = await checkAnswer({ task, source, answer, detectLanguage, ...(markdown && { markdown }) });
    return { ...best, answer, findings, isMended: true };
  });
  return ladder.isWritable ? (RUNGS.findLast((rung) => outcomes.includes(rung)) ?? "retried") : undefined;
}

/** Keeps the best of the tries. */
class Ladder {
  best: Try | undefined;
  isFirstBest = true;
  #error: ErrorOfOneText | undefined;
  #tries = 0;

  /** With the answer that was asked for already, if there is one. */
  constructor(best?: Try) {
    this.best = best;
    this.#tries = best ? 1 : 0;
  }

  get findings(): readonly Finding[] {
    return this.best?.findings ?? [];
  }

  get isGood(): boolean {
    return this.best !== undefined && this.findings.length === 0;
  }

  /** Whether there is an answer without a fault, whatever else is doubtful about it. */
  get isWritable(): boolean {
    return this.best !== undefined && !this.findings.some(isFault);
  }

  async climb(ask: () => Promise<Try | undefined>): Promise<Try | undefined> {
    this.#tries += 1;
    try {
      const found = await ask();
      if (!found) return undefined;
      if (this.best && penalty(found) > penalty(this.best)) return found;
      this.isFirstBest = this.#tries === 1;
      this.best = found;
      return found;
    } catch (error) {
      if (!(error instanceof AssistantError) || !isOfOneText(error.kind)) throw error;
      this.#error = error.kind;
      return undefined;
    }
  }

  result(source: string, outcome: SegmentOutcome): SegmentTranslation {
    const { best, findings } = this;
    if (outcome === "kept" || !best) {
      const rejected = best && best.answer !== source ? { rejected: best.answer } : {};
      return { text: source, outcome: "kept", findings, ...(this.#error && { error: this.#error }), ...rejected };
    }
    return { text: best.answer, outcome: best.answer === source ? "unchanged" : outcome, findings };
  }
}

function penalty({ findings }: Try): number {
  return findings.reduce((sum, finding) => sum + (isFault(finding) ? 100 : 1), 0);
}
