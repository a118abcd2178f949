import * as vscode from "vscode";
import type { TypographyEdit } from "../../core/typography/findTypography.ts";
import { type Checked, changesOf, type TypographyChecks } from "./typographyChecks.ts";

/** The quick fixes of a finding: this one, all of its kind, all in the document. Each is one edit. */
export class TypographyActions implements vscode.CodeActionProvider {
  readonly #checks: Pick<TypographyChecks, "find">;

  constructor(checks: Pick<TypographyChecks, "find">) {
    this.#checks = checks;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const checked = this.#checks.find(document);
    if (!checked) return [];
    return diagnostics.flatMap((diagnostic) => {
      const finding = checked.findings.find(({ edits: [first] }) => first && isOf(document, diagnostic, first));
      if (!finding) return [];
      const ofRule = checked.edits.filter(({ rule }) => rule === finding.rule);
      const fix = (title: string, edits: readonly TypographyEdit[]) => makeFix(document, { title, edits, diagnostic });
      const one = fix(vscode.l10n.t("Set this right"), finding.edits);
      one.isPreferred = true;
      return [one, ...moreFixes(checked, ofRule, fix)];
    });
  }
}

function moreFixes(
  { edits }: Checked,
  ofRule: readonly TypographyEdit[],
  fix: (title: string, edits: readonly TypographyEdit[]) => vscode.CodeAction,
): readonly vscode.CodeAction[] {
  const [kind, all] = [count(ofRule), count(edits)];
  return [
    ...(kind > 1 ? [fix(vscode.l10n.t("Set all {0} of this kind right", kind), ofRule)] : []),
    ...(all > kind ? [fix(vscode.l10n.t("Set all {0} in this document right", all), edits)] : []),
  ];
}

interface Fix {
  readonly title: string;
  readonly edits: readonly TypographyEdit[];
  readonly diagnostic: vscode.Diagnostic;
}

function makeFix(document: vscode.TextDocument, { title, edits, diagnostic }: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = changesOf(document, edits);
  return action;
}

function isOf(
  document: vscode.TextDocument,
  { source, code, range }: vscode.Diagnostic,
  first: TypographyEdit,
): boolean {
  return source === "Euroscribe" && code === first.rule && range.contains(document.positionAt(first.start));
}

function count(edits: readonly TypographyEdit[]): number {
  return new Set(edits.map(({ group }) => group)).size;
}
