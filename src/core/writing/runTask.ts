import type { ChatModel } from "../chat/chatModel.ts";
import { AssistantError } from "../errors.ts";
import { baseLanguage } from "../languages.ts";
import { type Logger, silentLogger } from "../log.ts";
import { findLiterals } from "../markdown/findLiterals.ts";
import { repairMarkdown } from "../markdown/repairMarkdown.ts";
import { checkAnswer } from "./checkAnswer.ts";
import { cleanAnswer } from "./cleanAnswer.ts";
import { describeFault } from "./describeFault.ts";
import { type Finding, isMaskable, isStructural } from "./finding.ts";
import { takeFrame } from "./frame.ts";
import type { DetectLanguage } from "./languageDetector.ts";
import { findPlainLiterals } from "./literals.ts";
import { answerLanguage, nameLanguage } from "./nameLanguage.ts";
import { buildRequest } from "./prompts.ts";
import { type Masked, mask } from "./protect.ts";
import type { Refinement, Task } from "./task.ts";

export interface RunTaskOptions {
  readonly task: Task;
  /** The user's text, as it stands in the document. */
  readonly text: string;
  readonly model: ChatModel;
  readonly detectLanguage: DetectLanguage;
  readonly signal: AbortSignal;
  /** 0 by default; Try Again samples with more. */
  readonly temperature?: number;
  /** Goes on from an earlier answer to the text, as the user wants it changed; `answer` as the earlier result gave it. */
  readonly refinement?: Refinement | undefined;
  /** Called with each raw piece of an answer as it arrives, of a second try as well. */
  readonly onDelta?: (text: string) => void;
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

interface Try {
  readonly answer: string;
  readonly findings: readonly Finding[];
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
  const first = await tryOnce(named, frame.text, {});
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

/** What the user wants changed may take anything out; it invents as little as a shorter wording does. */
function checkedAs(task: Task, refinement: Refinement | undefined): Task {
  const language = answerLanguage(task);
  return refinement
    ? { kind: "rewrite", style: "shorter", ...(language && { language: baseLanguage(language) }) }
    : task;
}

interface Second {
  readonly fault?: string;
  readonly masked?: Masked;
}

async function tryOnce(options: RunTaskOptions, source: string, { fault, masked }: Second): Promise<Try> {
  const { task, model, detectLanguage, signal, temperature = 0, onDelta, refinement } = options;
  const request = buildRequest({
    task,
    text: masked?.text ?? source,
    temperature,
    fault,
    refinement,
    hasMasks: masked !== undefined,
  });
  const { text, hasInvalidBytes } = await model.complete(request, { signal, ...(onDelta && { onDelta }) });
  const cleaned = cleanAnswer(text, masked?.text ?? source);
  const unmasked = masked ? masked.unmask(cleaned) : cleaned;
  // A lost mask is a lost piece: the check of what remains tells which, and the first try may be better.
  const answer = await repairMarkdown(source, unmasked ?? cleaned);
  if (answer === "") throw new AssistantError("empty");
  const findings = await checkAnswer({ task: checkedAs(task, refinement), source, answer, detectLanguage });
  return { answer, findings: hasInvalidBytes ? [...findings, { kind: "characters" }] : findings };
}

/** The second try; a failure of it leaves the first one standing, whose answer was complete. */
async function tryAgain(options: RunTaskOptions, source: string, first: Try): Promise<Try | undefined> {
  // A refinement works on the answer, whose pieces stand elsewhere than those of the text.
  const isMasked = !options.refinement && first.findings.some(isMaskable);
  const spans = isMasked ? [...findPlainLiterals(source), ...(await findLiterals(source))] : [];
  const fault = describeFault(first.findings);
  try {
    return await tryOnce(options, source, spans.length > 0 ? { fault, masked: mask(source, spans) } : { fault });
  } catch (error) {
    if (error instanceof AssistantError && error.kind === "cancelled") throw error;
    return undefined;
  }
}

function penalty({ findings }: Try): number {
  return findings.reduce((sum, finding) => sum + (isStructural(finding) ? 100 : 1), 0);
}
