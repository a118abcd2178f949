import * as vscode from "vscode";
import type { Task } from "../core/writing/task.ts";
import { type Asker, askModel } from "./askModel.ts";
import type { ApplyWay } from "./commandArguments.ts";
import { confirmSize } from "./confirmSize.ts";
import { presentResult } from "./presentResult.ts";
import type { Reviews } from "./review/reviews.ts";
import { readSelections, requireSelections, takeSelections } from "./selectionTarget.ts";
import type { Summaries } from "./summaries/summaries.ts";
import { progressTitle, resultTitle } from "./taskTitles.ts";

/** What the selection commands stand on. */
export interface Assistant extends Asker {
  readonly reviews: Reviews;
  readonly summaries: Summaries;
}

export interface SelectionJob {
  readonly task: Task;
  readonly apply: ApplyWay;
}

/** What is selected in the active editor. */
export function selectedTexts(): readonly string[] {
  return readSelections(vscode.window.activeTextEditor);
}

/** Throws `nothingSelected` before anything is asked of the user. */
export function requireSelection(): void {
  requireSelections(vscode.window.activeTextEditor);
}

/**
 * Runs the task on every selection of the active editor as one operation, and presents the results
 * together: if one fails, nothing is shown or changed.
 */
export async function runTaskOnSelections(assistant: Assistant, job: SelectionJob): Promise<void> {
  const target = takeSelections(vscode.window.activeTextEditor);
  const { task } = job;
  const ask = (sources: readonly string[], temperature: number) =>
    askModel(assistant, { task, progressTitle: progressTitle(task), sources, document: target, temperature });
  let isHandedOver = false;
  try {
    await confirmSize(target.sources);
    const answer = await ask(target.sources, 0);
    isHandedOver = await presentResult({
      ...job,
      resultTitle: resultTitle(task),
      target,
      answer,
      reviews: assistant.reviews,
      summaries: assistant.summaries,
      tryAgain: ask,
    });
  } finally {
    if (!isHandedOver) target.dispose();
  }
}
