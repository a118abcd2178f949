import * as vscode from "vscode";
import { UNREAD_KINDS } from "../../../core/document/documentReading.ts";
import { COMMANDS } from "../../contributions.ts";
import type { DocumentIssues } from "./documentIssues.ts";
import { isAcceptable } from "./resolveIssue.ts";

/** The quick fixes of an issue: each is a command with the document and the issue's number. */
export function registerIssueActions(issues: DocumentIssues): vscode.Disposable {
  const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, context) => {
      const wanted = issues.issuesOf(document.uri).filter(({ range: { start, end } }) => {
        const at = new vscode.Range(document.positionAt(start), document.positionAt(end));
        return at.intersection(range) !== undefined;
      });
      return wanted.flatMap((issue) => {
        const at = new vscode.Range(document.positionAt(issue.range.start), document.positionAt(issue.range.end));
        const diagnostics = context.diagnostics.filter(
          ({ source, range: place }) => source === "Euroscribe" && place.isEqual(at),
        );
        const action = (title: string, command: string) => {
          const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          made.command = { title, command, arguments: [{ uri: document.uri, issue: issue.id }] };
          made.diagnostics = diagnostics;
          return made;
        };
        // There is nothing to translate but YAML, or what nobody has read.
        if (UNREAD_KINDS.some((kind) => kind === issue.kind))
          return [action(vscode.l10n.t("Keep Source"), COMMANDS.keepSource)];
        const again = action(vscode.l10n.t("Translate Again"), COMMANDS.translateAgain);
        again.isPreferred = issue.kind === "fault";
        const actions = [again, action(vscode.l10n.t("Keep Source"), COMMANDS.keepSource)];
        return isAcceptable(issue) ? [...actions, action(vscode.l10n.t("Accept As Is"), COMMANDS.acceptAsIs)] : actions;
      });
    },
  };
  return vscode.languages.registerCodeActionsProvider({ pattern: "**" }, provider, kinds);
}
