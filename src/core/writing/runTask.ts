import { breathe } from "../breathe.ts";
import { AssistantError } from "../errors.ts";
import type { Logger } from "../log.ts";
import type { Finding } from "./finding.ts";
import { takeFrame } from "./frame.ts";
import { logTask } from "./logTask.ts";
import { nameLanguage } from "./nameLanguage.ts";
import type { Passage } from "./summary/findPassages.ts";
import type { Refinement, Task } from "./task.ts";
import { type TwiceOptions, tryTwice } from "./tryTwice.ts";

export interface RunTaskOptions extends TwiceOptions {
  /** The user's text, as it stands in the document. */
  readonly text: string;
  readonly logger?: Logger;
}

export interface TaskResult {
  /** Ready to stand in the place of the text: in its whitespace, line ends and indentation. */
  readonly text: string;
  /** What remains doubtful; empty where the check found nothing. */
  readonly findings: readonly Finding[];
  readonly outcome: "changed" | "unchanged";
  /** Requests that were sent: one, two if the first answer had faults, more for a summary in parts. */
  readonly tries: number;
  /** Of a summary: where its points come from in the text as it was given, as far as that can be found. */
  readonly passages?: readonly Passage[];
}

/**
 * Has a model do a task on a text. The answer is cleaned, repaired where there is one right way to, and checked;
 * a faulty one is asked for once more, with the fault named and what broke masked, and the better of both is taken.
 * Rejects with an AssistantError: `nothingSelected` for a blank text, `empty`, and whatever the model rejects with.
 */
export async function runTask(options: RunTaskOptions): Promise<TaskResult> {
  const { text: source } = options;
  if (source.trim() === "") throw new AssistantError("nothingSelected");
  const frame = takeFrame(source);
  const task = await nameLanguage(options.task, frame.text, options.detectLanguage);
  await breathe(source);
  const named = { ...options, task, refinement: options.refinement && withoutFrame(options.refinement) };
  const { best, tries } =
    task.kind === "summarize" && !named.refinement
      ? await (await import("./summary/summarize.ts")).summarize({ ...named, task }, frame.text, tryTwice)
      : await tryTwice(named, frame.text);
  const restored = isWhole(task) ? frame.restore(best.answer) : best.answer;
  const outcome = restored === source ? "unchanged" : "changed";
  const result = { text: restored, findings: best.findings, outcome, tries } as const;
  logTask(options, result);
  await breathe(restored);
  return task.kind === "summarize" ? { ...result, passages: await passagesOf(source, restored) } : result;
}

async function passagesOf(source: string, summary: string): Promise<readonly Passage[]> {
  const { findPassages } = await import("./summary/findPassages.ts");
  return findPassages(source, summary);
}

/** A summary stands for itself; all else goes back into the place of its source. */
function isWhole(task: Task): boolean {
  return task.kind !== "summarize";
}

function withoutFrame({ answer, instruction }: Refinement): Refinement {
  return { answer: takeFrame(answer).text, instruction };
}
