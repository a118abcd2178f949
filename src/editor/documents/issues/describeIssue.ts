import * as vscode from "vscode";
import type { DocumentIssue } from "../../../core/document/segmentOutcome.ts";
import { describeError } from "../../describeError.ts";
import { describeFinding } from "../../describeFinding.ts";
import { nameOfEndpoint } from "../../settings.ts";

/** What kept its source, or is doubtful, and why: in the user's language. */
export function describeIssue({ kind, findings, error }: Pick<DocumentIssue, "kind" | "findings" | "error">): string {
  if (kind === "unread")
    return vscode.l10n.t("The front matter can't be read from here on, and nothing in it was translated.");
  if (kind === "nested") return vscode.l10n.t("This is nested too deeply to be read, and was left as it is.");
  if (kind === "grid") return vscode.l10n.t("The cells of this table are set by the column, and it was left as it is.");
  const reasons = findings.map(describeFinding);
  if (error) reasons.push(describeError({ kind: error, detail: {} }, nameOfEndpoint("translate")));
  const sentence = reasons.join(" ");
  return kind === "fault"
    ? vscode.l10n.t("Not translated: no answer passed the check. {0}", sentence)
    : vscode.l10n.t("Please check the translation. {0}", sentence);
}
