import { AssistantError } from "../errors.ts";
import { type Logger, silentLogger } from "../log.ts";
import { findLiterals } from "../markdown/findLiterals.ts";
import { describeFault } from "./describeFault.ts";
import { type Finding, isMaskable } from "./finding.ts";
import { takeFrame } from "./frame.ts";
import { findPlainLiterals } from "./literals.ts";
import { nameLanguage } from "./nameLanguage.ts";
import { mask } from "./protect.ts";
import type { Refinement, Task } from "./task.ts";
import { penalty, type Try, type TryOptions, tryTask } from "./tryTask.ts";

export interface RunTaskOptions extends TryOptions {
  /** The user's text, as it stands in the document. */
  readonly text: string;
  /** Called when an answer had faults and is asked for once more: the pieces that follow are another answer's. */
  readonly onSecondTry?: () => void;
  readonly logger?: Logger;
}

export interface TaskResult {
  /** Ready to stand in the place of the text: in its whitespace, line ends and indentation. */
  readonly text: string;
  /** What remains doubtful; empty where the check found nothing. */
  readonly findings: readonly Finding[];
  readonly outcome: "changed" | "unchanged";
  /** Requests that were sent: one, or two if the first answer had faults. */
  readonly tries: number;
}

/**
 * Has a model do a task on a text. The answer is cleaned, repaired where there is one right way to, and checked;
 * a faulty one is asked for once more, with the fault named and what broke masked, and the better of both is taken.
 * Rejects with an AssistantError: `nothingSelected` for a blank text, `empty`, and whatever the model rejects with.
 */
export async function runTask(options: RunTaskOptions): Promise<TaskResult> {
  const { text: source, logger = silentLogger } = options;
  if (source.trim() === "") throw new AssistantError("nothingSelected");
  const frame = takeFrame(source);
  const task = await nameLanguage(options.task, frame.text, options.detectLanguage);
  const named = { ...options, task, refinement: options.refinement && withoutFrame(options.refinement) };
  const first = await tryTask(named, frame.text, {});
  const isGood = first.findings.length === 0;
  if (!isGood) options.onSecondTry?.();
  const second = isGood ? undefined : await tryAgain(named, frame.text, first);
  const best = second && penalty(second) <= penalty(first) ? second : first;
  const restored = isWhole(task) ? frame.restore(best.answer) : best.answer;
  const kinds = best.findings.map(({ kind }) => kind).join(",");
  logger.info("task", {
    task: task.kind,
    characters: source.length,
    answered: restored.length,
    tries: second ? 2 : 1,
    findings: kinds,
  });
  return {
    text: restored,
    findings: best.findings,
    outcome: restored === source ? "unchanged" : "changed",
    tries: second ? 2 : 1,
  };
}

/** A summary stands for itself; all else goes back into the place of its source. */
function isWhole(task: Task): boolean {
  return task.kind !== "summarize";
}

function withoutFrame({ answer, instruction }: Refinement): Refinement {
  return { answer: takeFrame(answer).text, instruction };
}

/** The second try; a failure of it leaves the first one standing, whose answer was complete. */
async function tryAgain(options: RunTaskOptions, source: string, first: Try): Promise<Try | undefined> {
  // A refinement works on the answer, whose pieces stand elsewhere than those of the text.
  const isMasked = !options.refinement && first.findings.some(isMaskable);
  const spans = isMasked ? [...findPlainLiterals(source), ...(await findLiterals(source))] : [];
  const fault = describeFault(first.findings);
  try {
    return await tryTask(options, source, spans.length > 0 ? { fault, masked: mask(source, spans) } : { fault });
  } catch (error) {
    if (error instanceof AssistantError && error.kind === "cancelled") throw error;
    return undefined;
  }
}
