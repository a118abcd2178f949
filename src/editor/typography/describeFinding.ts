import * as vscode from "vscode";
import type { LanguageCode } from "../../core/languages.ts";
import { TYPOGRAPHY } from "../../core/typography/languageTypography.ts";
import type { TypographyFinding } from "../../core/typography/listFindings.ts";
import type { RuleId } from "../../core/typography/typographyRule.ts";

/** What is told of a finding, at the place of its first edit. */
export function describeFinding(
  document: vscode.TextDocument,
  { rule, edits, count }: TypographyFinding,
  language: LanguageCode,
): vscode.Diagnostic {
  const { start = 0, end = 0 } = edits[0] ?? {};
  // Where something is missing there is nothing to underline but what stands before it.
  const from = start === end ? Math.max(0, start - 1) : start;
  const range = new vscode.Range(document.positionAt(from), document.positionAt(Math.max(end, from + 1)));
  const sentence = DESCRIPTIONS[rule](nameOf(language), language, edits);
  const message = count > 1 ? vscode.l10n.t("{0} There are {1} like this in the document.", sentence, count) : sentence;
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = "Euroscribe";
  diagnostic.code = rule;
  return diagnostic;
}

/** In the language of the sentences that it stands in. */
function nameOf(language: LanguageCode): string {
  return new Intl.DisplayNames([vscode.env.language, "en"], { type: "language" }).of(language) ?? language;
}

type Describe = (name: string, language: LanguageCode, edits: TypographyFinding["edits"]) => string;

const quotesOf = (language: LanguageCode) => {
  const { quotes, guillemetSpace = "" } = TYPOGRAPHY[language];
  return quotes.outer.join(quotes.outer[0] === "«" ? `${guillemetSpace}…${guillemetSpace}` : "…");
};

/** The Problems view cuts a line at its end: what is told stands at its beginning. */
const DESCRIPTIONS: Readonly<Record<RuleId, Describe>> = {
  straightQuotes: (name, code, edits) =>
    describeSingleMark(edits) ?? vscode.l10n.t("Straight quotation marks: {0} has {1}.", name, quotesOf(code)),
  foreignQuotes: (name, code, edits) =>
    describeSingleMark(edits) ??
    vscode.l10n.t("Quotation marks of another language: {0} has {1}.", name, quotesOf(code)),
  quoteSpace: (name, code) =>
    TYPOGRAPHY[code].guillemetSpace === ""
      ? vscode.l10n.t("{0} has no space within « and ».", name)
      : vscode.l10n.t("{0} has a non-breaking space within « and ».", name),
  highSpace: (name) => vscode.l10n.t("{0} has a non-breaking space before ; : ! and ?", name),
  spaceBeforeMark: () => vscode.l10n.t("No space before this mark."),
  apostrophe: () => vscode.l10n.t("Straight apostrophe: ’ is the one of print."),
  ellipsis: () => vscode.l10n.t("Three full stops: … is one mark."),
  dash: () => vscode.l10n.t("A hyphen between blanks: – is the dash."),
  decimalMark: (name, code) =>
    TYPOGRAPHY[code].decimal === ","
      ? vscode.l10n.t("{0} has a decimal comma.", name)
      : vscode.l10n.t("{0} has a decimal point.", name),
  groupMark: (name) => vscode.l10n.t("{0} doesn't set thousands apart by commas.", name),
  groupSpace: () => vscode.l10n.t("This number could be broken at the end of a line."),
  percentSpace: (name) => vscode.l10n.t("{0} has a non-breaking space before %.", name),
  daySpace: () => vscode.l10n.t("A space belongs between day and month."),
  ordinal: (name) => vscode.l10n.t("{0} has a shorter ending for this ordinal.", name),
};

/** Of a pair that the language has, one mark is another's. */
function describeSingleMark([edit, ...others]: TypographyFinding["edits"]): string | undefined {
  if (!edit || others.length > 0) return undefined;
  return vscode.l10n.t("The quotation mark here is {0}", edit.replacement.trim());
}
