import * as vscode from "vscode";
import { AssistantError } from "../../../core/errors.ts";
import { TRY_AGAIN_TEMPERATURES } from "../../askForAnother.ts";
import { type Asker, askModel } from "../../askModel.ts";
import { isEditable } from "../../isEditable.ts";
import { languageTitle } from "../../pickLanguage.ts";
import type { DocumentIssues, OpenIssue } from "./documentIssues.ts";

export interface IssuePlace {
  readonly document: vscode.TextDocument;
  readonly issue: OpenIssue;
}

/** The issue that a quick fix was called for; `undefined` if it isn't listed any more. Throws `invalidArguments`. */
export async function findIssue(issues: DocumentIssues, argument: unknown): Promise<IssuePlace | undefined> {
  const { uri, issue: id } = (typeof argument === "object" && argument ? argument : {}) as Record<string, unknown>;
  if (!(uri instanceof vscode.Uri) || typeof id !== "number")
    throw new AssistantError("invalidArguments", { reason: "uri, issue" });
  const issue = issues.issuesOf(uri).find((one) => one.id === id);
  return issue && { issue, document: await vscode.workspace.openTextDocument(uri) };
}

/** Asks for this segment anew, sampled otherwise, and puts the answer in its place; what is doubtful stays listed. */
export async function translateAgain(asker: Asker, issues: DocumentIssues, place: IssuePlace): Promise<void> {
  const { document, issue } = place;
  const before = textOf(place);
  const progressTitle = vscode.l10n.t("Translating into {0}…", languageTitle(issue.task.to));
  const sources = [issue.sourceText];
  const [answer] = await askModel(asker, {
    task: issue.task,
    progressTitle,
    sources,
    temperature: TRY_AGAIN_TEMPERATURES[0],
  });
  const current = issues.issuesOf(document.uri).find(({ id }) => id === issue.id);
  if (!answer || !current) return;
  const now = { document, issue: current };
  if (textOf(now) !== before) throw new AssistantError("documentChanged", { reason: "edited" });
  const findings = answer.findings.filter(({ kind }) => kind !== "unchanged");
  await replaceText(now, answer.text);
  if (findings.length === 0) issues.replace(document.uri, issue.id);
  else issues.replace(document.uri, issue.id, { kind: "doubt", findings, error: undefined });
}

/** The source takes the place of a doubtful translation; where it stands already, it is only taken off the list. */
export async function keepSource(issues: DocumentIssues, place: IssuePlace): Promise<void> {
  await replaceText(place, place.issue.sourceText);
  issues.replace(place.document.uri, place.issue.id);
}

/** Whether there is something to accept: of what kept its source, an answer that this window has seen. None is kept on disk. */
export function isAcceptable({ kind, rejected }: Pick<OpenIssue, "kind" | "rejected">): boolean {
  return kind === "doubt" || (kind === "fault" && rejected !== undefined);
}

/** What was written stays, or the answer that didn't pass is written after all. Throws `invalidArguments` where there is none. */
export async function acceptAsIs(issues: DocumentIssues, place: IssuePlace): Promise<void> {
  const { kind, rejected } = place.issue;
  if (!isAcceptable(place.issue)) throw new AssistantError("invalidArguments", { reason: "issue" });
  if (kind === "fault" && rejected !== undefined) await replaceText(place, rejected);
  issues.replace(place.document.uri, place.issue.id);
}

function rangeOf({ document, issue }: IssuePlace): vscode.Range {
  return new vscode.Range(document.positionAt(issue.range.start), document.positionAt(issue.range.end));
}

function textOf(place: IssuePlace): string {
  return place.document.getText(rangeOf(place));
}

/** One edit, one undo step. Throws `notEditable` or `documentChanged`. */
async function replaceText(place: IssuePlace, text: string): Promise<void> {
  if (textOf(place) === text) return;
  if (!(await isEditable(place.document))) throw new AssistantError("notEditable");
  const edit = new vscode.WorkspaceEdit();
  edit.replace(place.document.uri, rangeOf(place), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new AssistantError("documentChanged", { reason: "refused" });
}
