import * as vscode from "vscode";
import type { LanguageCode } from "../../core/languages.ts";
import { TYPOGRAPHY } from "../../core/typography/languageTypography.ts";
import type { TypographyFinding } from "../../core/typography/listFindings.ts";
import type { RuleId } from "../../core/typography/typographyRule.ts";
import { languageTitle } from "../pickLanguage.ts";

/** What is told of a finding, at the place of its first edit. */
export function describeFinding(
  document: vscode.TextDocument,
  { rule, edits: [first], count }: TypographyFinding,
  language: LanguageCode,
): vscode.Diagnostic {
  const { start = 0, end = 0 } = first ?? {};
  // Where something is missing there is nothing to underline but what stands before it.
  const from = start === end ? Math.max(0, start - 1) : start;
  const range = new vscode.Range(document.positionAt(from), document.positionAt(Math.max(end, from + 1)));
  const sentence = DESCRIPTIONS[rule](languageTitle(language), language);
  const message = count > 1 ? vscode.l10n.t("{0} There are {1} like this in the document.", sentence, count) : sentence;
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = "Euroscribe";
  diagnostic.code = rule;
  return diagnostic;
}

type Describe = (title: string, language: LanguageCode) => string;

const quotesOf = (language: LanguageCode) => TYPOGRAPHY[language].quotes.outer.join("…");

const DESCRIPTIONS: Readonly<Record<RuleId, Describe>> = {
  straightQuotes: (title, code) => vscode.l10n.t("Straight quotation marks: {0} has {1}.", title, quotesOf(code)),
  foreignQuotes: (title, code) =>
    vscode.l10n.t("Quotation marks of another language: {0} has {1}.", title, quotesOf(code)),
  quoteSpace: (title, code) =>
    TYPOGRAPHY[code].guillemetSpace === ""
      ? vscode.l10n.t("No space within « and » in {0}.", title)
      : vscode.l10n.t("A space that doesn't break belongs within « and » in {0}.", title),
  highSpace: (title) => vscode.l10n.t("A space that doesn't break belongs before ; : ! ? in {0}.", title),
  spaceBeforeMark: () => vscode.l10n.t("No space before this mark."),
  apostrophe: () => vscode.l10n.t("Straight apostrophe: ’ is the one of print."),
  ellipsis: () => vscode.l10n.t("Three full stops: … is one mark."),
  dash: () => vscode.l10n.t("A hyphen between blanks: – is the dash."),
  decimalMark: (title, code) => vscode.l10n.t("The decimal mark of {0} is {1}", title, TYPOGRAPHY[code].decimal),
  groupMark: (title) => vscode.l10n.t("Thousands aren't set apart by commas in {0}.", title),
  groupSpace: () => vscode.l10n.t("This number could be broken at the end of a line."),
  percentSpace: (title) => vscode.l10n.t("A space that doesn't break belongs before % in {0}.", title),
  daySpace: () => vscode.l10n.t("A space belongs between day and month."),
  ordinal: (title) => vscode.l10n.t("The ordinal has a shorter ending in {0}.", title),
};
