import { silentLogger } from "../log.ts";
import type { RunTaskOptions, TaskResult } from "./runTask.ts";

/** What became of a task, without a word of its text. */
export function logTask(
  { task, text, logger = silentLogger }: Pick<RunTaskOptions, "task" | "text" | "logger">,
  result: TaskResult,
): void {
  logger.info("task", {
    task: task.kind,
    characters: text.length,
    answered: result.text.length,
    tries: result.tries,
    findings: result.findings.map(({ kind }) => kind).join(","),
  });
}
