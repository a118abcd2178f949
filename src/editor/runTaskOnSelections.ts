import * as vscode from "vscode";
import type { ChatModel } from "../core/chat/chatModel.ts";
import { AssistantError } from "../core/errors.ts";
import type { Logger } from "../core/log.ts";
import type { DetectLanguage } from "../core/writing/languageDetector.ts";
import type { Task, TaskKind } from "../core/writing/task.ts";
import type { ApplyWay } from "./commandArguments.ts";
import { presentResult } from "./presentResult.ts";
import type { Try } from "./review/review.ts";
import type { Reviews } from "./review/reviews.ts";
import type { Runs } from "./runs.ts";
import { takeSelections } from "./selectionTarget.ts";

/** What the selection commands stand on. */
export interface Assistant {
  readonly connect: (task: TaskKind) => Promise<ChatModel>;
  readonly detectLanguage: DetectLanguage;
  readonly reviews: Reviews;
  readonly runs: Runs;
  readonly log: Logger;
}

export interface SelectionJob {
  readonly task: Task;
  readonly apply: ApplyWay;
  /** What is being done, for the status bar: `Translating into suomi…`. */
  readonly progressTitle: string;
  /** What is proposed, for the review's tab: `Translation (suomi)`. */
  readonly resultTitle: string;
}

/** Sampling for Try Again: enough for another answer, not so much that it strays. */
const TRY_AGAIN_TEMPERATURE = 0.7;

/** Throws `nothingSelected` before anything is asked of the user. */
export function requireSelection(): void {
  takeSelections(vscode.window.activeTextEditor).dispose();
}

/**
 * Runs the task on every selection of the active editor as one operation, and presents the results
 * together: if one fails, nothing is shown or changed.
 */
export async function runTaskOnSelections(assistant: Assistant, job: SelectionJob): Promise<void> {
  const target = takeSelections(vscode.window.activeTextEditor);
  const askFor = (temperature: number) => (sources: readonly string[]) => ask(assistant, job, { sources, temperature });
  let isHandedOver = false;
  try {
    const answer = await askFor(0)(target.sources);
    isHandedOver = await presentResult({
      ...job,
      target,
      answer,
      reviews: assistant.reviews,
      tryAgain: askFor(TRY_AGAIN_TEMPERATURE),
    });
  } finally {
    if (!isHandedOver) target.dispose();
  }
}

async function ask(
  { connect, detectLanguage, runs, log }: Assistant,
  { task, progressTitle }: SelectionJob,
  { sources, temperature }: { readonly sources: readonly string[]; readonly temperature: number },
): Promise<Try> {
  const run = runs.begin(progressTitle);
  try {
    const model = await connect(task.kind);
    // Loaded with the first task, and not with the window.
    const { runTask } = await import("../core/writing/runTask.ts");
    const results: Try[number][] = [];
    for (const text of sources) {
      if (run.signal.aborted) throw new AssistantError("cancelled");
      const onDelta = (delta: string) => run.addReceived(delta.length);
      if (text.trim() === "") results.push({ text, findings: [], outcome: "unchanged", tries: 0 });
      else
        results.push(
          await runTask({ task, text, model, detectLanguage, signal: run.signal, temperature, onDelta, logger: log }),
        );
    }
    return results;
  } finally {
    run.dispose();
  }
}
