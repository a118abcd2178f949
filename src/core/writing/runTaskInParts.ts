import { nameLanguage } from "./nameLanguage.ts";
import { roomForText } from "./roomForText.ts";
import { type RunTaskOptions, runTask, type TaskResult } from "./runTask.ts";
import { splitToFit } from "./splitToFit.ts";
import type { Task } from "./task.ts";

/**
 * Has a model do a task on a text that may be too long for its context: a translation or a correction is done in pieces
 * then, one after the other, and put together as they stood. A summary sees to its parts itself; a rewriting needs the
 * whole text, and is left to the model to refuse with the figure. Rejects as `runTask` does; if one piece fails, all do.
 */
export async function runTaskInParts(options: RunTaskOptions): Promise<TaskResult> {
  const pieces = piecesFor(options);
  if (pieces.length < 2) return runTask(options);
  // All pieces are asked about in the language of the whole.
  const task = await nameLanguage(options.task, options.text, options.detectLanguage);
  const results: TaskResult[] = [];
  for (const text of pieces) {
    results.push(text.trim() === "" ? untouched(text) : await runTask({ ...options, task, text }));
  }
  const text = results.map((result) => result.text).join("");
  return {
    text,
    findings: results.flatMap(({ findings }) => findings),
    outcome: text === options.text ? "unchanged" : "changed",
    tries: results.reduce((sum, { tries }) => sum + tries, 0),
  };
}

function piecesFor({ task, text, model, refinement }: RunTaskOptions): readonly string[] {
  const { contextTokens } = model;
  if (contextTokens === undefined || refinement || !isDoneByPieces(task)) return [text];
  const room = roomForText(task, contextTokens);
  return room === undefined ? [text] : splitToFit(text, room);
}

function isDoneByPieces({ kind }: Task): boolean {
  return kind === "translate" || kind === "correct";
}

function untouched(text: string): TaskResult {
  return { text, findings: [], outcome: "unchanged", tries: 0 };
}
