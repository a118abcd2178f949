import * as vscode from "vscode";
import type { CommandHandler } from "../runCommand.ts";
import type { Summaries } from "../summaries/summaries.ts";

/** Show Source Passage: of the summary's point at the cursor, or of the one whose hover was clicked. */
export function createShowSource(summaries: Summaries): CommandHandler {
  return async (argument) => {
    if (await summaries.showSource(numberOf(argument))) return;
    void vscode.window.showInformationMessage(
      vscode.l10n.t("There is no passage to show: this is no point of a summary, or its text was changed."),
    );
  };
}

function numberOf(argument: unknown): number | undefined {
  if (typeof argument !== "object" || argument === null || !("point" in argument)) return undefined;
  return typeof argument.point === "number" ? argument.point : undefined;
}
