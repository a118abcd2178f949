import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";

/** Asks for the key of an origin, unseen as it is typed; empty is an answer. Throws `cancelled`. */
export async function askForKey(origin: string, { prompt }: { readonly prompt: string }): Promise<string> {
  const key = await vscode.window.showInputBox({
    title: vscode.l10n.t("API key for {0}", origin),
    prompt,
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^[\x21-\x7e]*$/.test(value.trim())
        ? undefined
        : vscode.l10n.t("A key has no blanks and no letters beyond A to Z."),
  });
  if (key === undefined) throw new AssistantError("cancelled");
  return key.trim();
}
