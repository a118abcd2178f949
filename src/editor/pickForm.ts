import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { FORMS, type Form } from "../core/writing/task.ts";

/** Asks for the form of a summary. Throws `cancelled`. */
export async function pickForm(): Promise<Form> {
  const items = FORMS.map((form) => ({ label: formTitle(form), form }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Summarize the selection as") });
  if (!picked) throw new AssistantError("cancelled");
  return picked.form;
}

export function formTitle(form: Form): string {
  const titles: Record<Form, string> = {
    keyPoints: vscode.l10n.t("Key points"),
    paragraph: vscode.l10n.t("Paragraph"),
    sentence: vscode.l10n.t("One sentence"),
    title: vscode.l10n.t("Title"),
  };
  return titles[form];
}
