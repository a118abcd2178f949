import type { RunTaskOptions, TaskResult } from "../writing/runTask.ts";
import { runTaskInParts } from "../writing/runTaskInParts.ts";
import { type FormatName, findFormat } from "./formats/documentFormat.ts";

export interface RunTaskOnTextOptions extends RunTaskOptions {
  /** Where the text stands, whose format says what its blocks are; what stands nowhere is read as Markdown. */
  readonly place?: { readonly fileName: string; readonly languageId: string } | undefined;
}

/**
 * Has a model do a task on a text. A translation of several blocks goes the way of a document; all else is asked about
 * as a whole, or in parts where it wouldn't fit. Rejects as `runTask` does.
 */
export async function runTaskOnText(options: RunTaskOnTextOptions): Promise<TaskResult> {
  const { task, place, refinement } = options;
  const format: FormatName | undefined = place ? findFormat(place.fileName, place.languageId) : "markdown";
  if (task.kind === "translate" && format && !refinement) {
    const { translateBlocks } = await import("./translateBlocks.ts");
    const translated = await translateBlocks({ ...options, task, format });
    if (translated) return translated;
  }
  return runTaskInParts(options);
}
