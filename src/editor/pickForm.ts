import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { FORMS, type Form } from "../core/writing/task.ts";
import { LONGEST_SUMMARY, SHORTEST_SUMMARY } from "./commandArguments.ts";

export interface PickedForm {
  readonly form: Form;
  /** Words. */
  readonly length: number | undefined;
}

interface FormItem extends vscode.QuickPickItem {
  readonly form: Form;
  readonly asksLength?: true;
}

/** Asks for the form of a summary, and for its length where the user wants to name one. Throws `cancelled`. */
export async function pickForm(length: number | undefined): Promise<PickedForm> {
  const items: FormItem[] = FORMS.map((form) => ({ label: formTitle(form), form }));
  if (length === undefined) {
    const label = vscode.l10n.t("Paragraph of a length…");
    items.splice(FORMS.indexOf("paragraph") + 1, 0, { label, form: "paragraph", asksLength: true });
  }
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Summarize the selection as") });
  if (!picked) throw new AssistantError("cancelled");
  return { form: picked.form, length: picked.asksLength ? await askLength() : length };
}

async function askLength(): Promise<number> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t("Summarize the selection as"),
    prompt: vscode.l10n.t("How many words? The summary keeps to it within a fifth."),
    value: "100",
    validateInput: (value) =>
      isLength(value) ? undefined : vscode.l10n.t("A number from {0} to {1}", SHORTEST_SUMMARY, LONGEST_SUMMARY),
  });
  if (answer === undefined || !isLength(answer)) throw new AssistantError("cancelled");
  return Number(answer);
}

function isLength(value: string): boolean {
  return /^\s*\d+\s*$/u.test(value) && Number(value) >= SHORTEST_SUMMARY && Number(value) <= LONGEST_SUMMARY;
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
