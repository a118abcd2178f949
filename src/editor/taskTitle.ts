import * as vscode from "vscode";
import type { TaskKind } from "../core/writing/task.ts";

/** A task as it is named in lists and in the status bar. */
export function taskTitle(task: TaskKind): string {
  switch (task) {
    case "translate":
      return vscode.l10n.t("Translate");
    case "correct":
      return vscode.l10n.t("Correct");
    case "rewrite":
      return vscode.l10n.t("Rewrite");
    case "summarize":
      return vscode.l10n.t("Summarize");
    default:
      return task satisfies never;
  }
}
