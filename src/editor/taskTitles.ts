import * as vscode from "vscode";
import type { Task } from "../core/writing/task.ts";
import { formTitle } from "./pickForm.ts";
import { languageTitle } from "./pickLanguage.ts";
import { styleTitle } from "./pickStyle.ts";

/** What is being done, for the status bar: `Translating into suomi…`. */
export function progressTitle(task: Task): string {
  switch (task.kind) {
    case "translate":
      return vscode.l10n.t("Translating into {0}…", languageTitle(task.to));
    case "correct":
      return vscode.l10n.t("Correcting…");
    case "rewrite":
      return vscode.l10n.t("Rewriting…");
    case "summarize":
      return vscode.l10n.t("Summarizing…");
    default:
      return task satisfies never;
  }
}

/** What is proposed, for the review's tab and the sidebar: `Translation (suomi)`. */
export function resultTitle(task: Task): string {
  switch (task.kind) {
    case "translate":
      return vscode.l10n.t("Translation ({0})", languageTitle(task.to));
    case "correct":
      return vscode.l10n.t("Correction");
    case "rewrite":
      return vscode.l10n.t("Rewrite ({0})", task.styleName ?? styleTitle(task.style).replace(/…$/, ""));
    case "summarize":
      return vscode.l10n.t("Summary ({0})", formTitle(task.form));
    default:
      return task satisfies never;
  }
}
