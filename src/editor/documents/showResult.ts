import * as vscode from "vscode";
import { withoutMarkup } from "../inertText.ts";
import { languageTitle } from "../pickLanguage.ts";
import type { Fault } from "./planOutputs.ts";
import { scrollTogether } from "./scrollTogether.ts";
import type { DocumentsResult, Translated } from "./translateDocuments.ts";

/** Opens a single translation beside its source, and says what became of the run. */
export async function showResult({ translated, faults }: DocumentsResult): Promise<void> {
  const [only] = translated;
  if (only && translated.length === 1) await showBeside(only);
  else for (const { job, uri } of translated) if (!job.output) await show(uri);
  if (faults.length > 0) void vscode.window.showErrorMessage(withoutMarkup(describeFaults(faults)));
  if (translated.length > 0) tellOf(translated);
  else if (faults.length === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t("There was nothing left to translate."));
}

async function showBeside({ source, uri }: Translated): Promise<void> {
  const first = await vscode.window.showTextDocument(source.uri, { viewColumn: vscode.ViewColumn.One, preview: false });
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Two, preview: false });
  scrollTogether(first.document.uri, uri);
}

async function show(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

function tellOf(translated: readonly Translated[]): void {
  const kept = translated.reduce((sum, { result }) => sum + result.counts.kept, 0);
  const doubts = translated.reduce((sum, { result }) => sum + result.issues.length, 0) - kept;
  const languages = [...new Set(translated.map(({ job }) => languageTitle(job.language)))].join(", ");
  const sentences = [
    translated.length === 1
      ? vscode.l10n.t("Translated into {0}.", languages)
      : vscode.l10n.t("{0} translations written ({1}).", translated.length, languages),
    ...(kept > 0 ? [vscode.l10n.t("Segments that kept their source: {0}.", kept)] : []),
    ...(doubts > 0 ? [vscode.l10n.t("To be checked: {0}.", doubts)] : []),
  ];
  const problems = vscode.l10n.t("Show Problems");
  const tell = kept + doubts > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const buttons = kept + doubts > 0 ? [problems] : [];
  void tell(sentences.join(" "), ...buttons).then((chosen) => {
    if (chosen === problems) void vscode.commands.executeCommand("workbench.actions.view.problems");
  });
}

/** More of them wouldn't be read in a notification. */
const MOST = 3;

function describeFaults(faults: readonly Fault[]): string {
  const lines = faults
    .slice(0, MOST)
    .map(({ uri, message }) => vscode.l10n.t("{0}: {1}", vscode.workspace.asRelativePath(uri), message));
  const rest = faults.length > MOST ? [vscode.l10n.t("And {0} more.", faults.length - MOST)] : [];
  return [...lines, ...rest].join(" ");
}
