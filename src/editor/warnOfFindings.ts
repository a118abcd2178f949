import * as vscode from "vscode";
import { COMMANDS } from "./contributions.ts";
import { withoutMarkup } from "./inertText.ts";
import type { Try } from "./tries.ts";

export interface WarningOptions {
  /** What the result is, as its review is titled. */
  readonly title: string;
  /** The proposed document of the review that shows it. */
  readonly review?: vscode.Uri | undefined;
}

/** Says in plain words what the check found in a result, if anything; of a review with Try Again beside it. Waits for no choice. */
export async function warnOfFindings(answer: Try, { title, review }: WarningOptions): Promise<void> {
  if (answer.every(({ findings }) => findings.length === 0)) return;
  const { describeFinding } = await import("./describeFinding.ts");
  const sentences = [...new Set(answer.flatMap(({ findings }) => findings.map(describeFinding)))];
  const again = vscode.l10n.t("Try Again");
  const message = withoutMarkup(vscode.l10n.t("{0}: please check. {1}", title, sentences.join(" ")));
  void vscode.window.showWarningMessage(message, ...(review ? [again] : [])).then((chosen) => {
    if (chosen === again) void vscode.commands.executeCommand(COMMANDS.tryAgain, review);
  });
}
