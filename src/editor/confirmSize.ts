import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";

/** UTF-16 units from which on a text is more than anyone selects by accident, and than most models take. */
const LARGE = 200_000;

/** Asks before a very large text is sent: it takes long, and may cost. Throws `cancelled`. */
export async function confirmSize(sources: readonly string[]): Promise<void> {
  const characters = sources.reduce((sum, { length }) => sum + length, 0);
  if (characters < LARGE) return;
  const send = vscode.l10n.t("Send");
  const message = vscode.l10n.t("The selection has {0} characters.", characters.toLocaleString());
  const detail = vscode.l10n.t("So much text takes a long time, and few models take it at once.");
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, send);
  if (chosen !== send) throw new AssistantError("cancelled");
}
