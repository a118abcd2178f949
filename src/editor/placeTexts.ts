import * as vscode from "vscode";
import { insertBelowSources, replaceSources } from "./applyResult.ts";
import type { ApplyWay } from "./commandArguments.ts";
import type { SelectionTarget } from "./selectionTarget.ts";

export interface Placement {
  readonly way: Exclude<ApplyWay, "review">;
  readonly texts: readonly string[];
  /** Where the texts come from; typed text has none, and can be copied or opened beside. */
  readonly target: SelectionTarget | undefined;
  readonly title: string;
}

/**
 * Puts the texts where the user wants them, and gives the document that was opened for them, if one was. Throws what
 * `replaceSources` does; nothing is changed then.
 */
export async function placeTexts(placement: Placement): Promise<vscode.TextDocument | undefined> {
  if (placement.way === "beside") return openBeside(placement.texts, placement.target?.languageId ?? "markdown");
  await putTexts({ ...placement, way: placement.way });
  return undefined;
}

async function putTexts({
  way,
  texts,
  target,
  title,
}: Placement & { readonly way: Exclude<Placement["way"], "beside"> }): Promise<void> {
  switch (way) {
    case "replace":
      if (target) await replaceSources(target, texts);
      return;
    case "insertBelow":
      if (target) await insertBelowSources(target, texts);
      return;
    case "copy":
      await vscode.env.clipboard.writeText(joinTexts(texts));
      vscode.window.setStatusBarMessage(vscode.l10n.t("{0} copied", title), 4000);
      return;
    default:
      return way satisfies never;
  }
}

async function openBeside(texts: readonly string[], language: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content: joinTexts(texts), language });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
  return document;
}

/** Several selections are shown as paragraphs of their own. */
export function joinTexts(texts: readonly string[]): string {
  return texts.length === 1
    ? (texts[0] ?? "")
    : texts.map((text) => text.replace(/^[\r\n]+|[\r\n]+$/g, "")).join("\n\n");
}
