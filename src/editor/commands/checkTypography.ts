import * as vscode from "vscode";
import { findFormat } from "../../core/document/formats/documentFormat.ts";
import { baseLanguage, type LanguageCode } from "../../core/languages.ts";
import type { DetectLanguage } from "../../core/writing/languageDetector.ts";
import { parseArguments } from "../commandArguments.ts";
import { languageTitle, pickLanguage } from "../pickLanguage.ts";
import type { TypographyChecks } from "../typography/typographyChecks.ts";

/** More than this is no text that somebody writes. UTF-16 units. */
const LONGEST = 2_000_000;

/** Check Typography: of the active document, in the language that it is in or that the caller names; asks where it isn't clear. */
export async function checkTypography(
  checks: TypographyChecks,
  detectLanguage: DetectLanguage,
  argument: unknown,
): Promise<void> {
  const { from } = parseArguments(argument);
  const document = vscode.window.activeTextEditor?.document;
  const format = document && findFormat(document.fileName, document.languageId);
  if (!document || !format || document.getText().length > LONGEST) {
    const text = vscode.l10n.t("Check Typography works on Markdown and plain text of up to two million characters.");
    void vscode.window.showInformationMessage(text);
    return;
  }
  const language = from ? baseLanguage(from) : await languageOf(document, detectLanguage);
  report(checks, document, { count: await checks.check(document, { format, language }), language });
}

async function languageOf(document: vscode.TextDocument, detectLanguage: DetectLanguage): Promise<LanguageCode> {
  const detected = await detectLanguage(document.getText());
  return detected ?? baseLanguage(await pickLanguage(vscode.l10n.t("Check typography as in"), []));
}

interface Report {
  readonly count: number;
  readonly language: LanguageCode;
}

/** Not awaited: the command has ended when the document is checked. */
function report(checks: TypographyChecks, document: vscode.TextDocument, { count, language }: Report): void {
  const title = languageTitle(language);
  if (count === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Nothing to set otherwise ({0}).", title));
    return;
  }
  const fixAll = vscode.l10n.t("Fix All");
  const message =
    count === 1
      ? vscode.l10n.t("1 place to set otherwise ({0}).", title)
      : vscode.l10n.t("{0} places to set otherwise ({1}).", count, title);
  void vscode.window.showInformationMessage(message, fixAll).then(async (choice) => {
    if (choice === fixAll) await checks.fixAll(document);
  });
}
