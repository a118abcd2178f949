import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { baseLanguage } from "../core/languages.ts";
import type { Task } from "../core/writing/task.ts";
import { insertBelowSources, replaceSources } from "./applyResult.ts";
import type { ApplyWay } from "./commandArguments.ts";
import { isEditable } from "./isEditable.ts";
import type { TryAgain } from "./review/review.ts";
import type { Reviews } from "./review/reviews.ts";
import type { SelectionTarget } from "./selectionTarget.ts";
import type { Try } from "./tries.ts";
import { warnOfFindings } from "./warnOfFindings.ts";

export interface Presentation {
  readonly task: Task;
  readonly apply: ApplyWay;
  readonly resultTitle: string;
  readonly target: SelectionTarget;
  readonly answer: Try;
  readonly tryAgain: TryAgain;
  readonly reviews: Reviews;
}

/** Shows or applies the answer in the way that was asked for. True if a review took the target over. */
export async function presentResult(presentation: Presentation): Promise<boolean> {
  const { task, answer, resultTitle } = presentation;
  if (answer.every(({ outcome }) => outcome === "unchanged") && task.kind !== "summarize") {
    void vscode.window.showInformationMessage(describeUnchanged(task));
    return false;
  }
  const texts = answer.map(({ text }) => text);
  let review: vscode.Uri | undefined;
  try {
    review = await carryOut({ ...presentation, apply: await possibleWay(presentation) });
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    // The answer is there: whatever kept it out of the document, it isn't lost.
    throw new UnplacedResult(error, texts);
  }
  warnOfFindings(answer, { title: resultTitle, review });
  return review !== undefined;
}

/** An answer that couldn't be put in its place; its texts can still be copied. */
export class UnplacedResult extends AssistantError {
  readonly texts: readonly string[];

  constructor(cause: AssistantError, texts: readonly string[]) {
    super(cause.kind, cause.detail);
    this.texts = texts;
  }
}

/** The review's proposed document, where there is one. */
async function carryOut(presentation: Presentation): Promise<vscode.Uri | undefined> {
  const { apply, target, answer, resultTitle, reviews, tryAgain, task } = presentation;
  const texts = answer.map(({ text }) => text);
  switch (apply) {
    case "review":
      return (await reviews.open({ title: resultTitle, target, firstTry: answer, tryAgain })).proposedUri;
    case "replace":
      await replaceSources(target, texts);
      return undefined;
    case "insertBelow":
      await insertBelowSources(target, texts);
      return undefined;
    case "beside":
      await openBeside(texts, target.languageId);
      return undefined;
    case "copy":
      await vscode.env.clipboard.writeText(joinTexts(texts));
      vscode.window.setStatusBarMessage(vscode.l10n.t("{0} copied", resultTitle), 4000);
      return undefined;
    default:
      throw new Error(`unknown way ${apply satisfies never} for ${task.kind}`);
  }
}

/** A document that can't be edited gets its result beside it; a review of it could never be accepted. */
async function possibleWay({ apply, target }: Presentation): Promise<ApplyWay> {
  if (apply === "copy" || apply === "beside") return apply;
  const document = await target.openDocument();
  return (await isEditable(document)) ? apply : "beside";
}

async function openBeside(texts: readonly string[], language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content: joinTexts(texts), language });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

/** Several selections are shown as paragraphs of their own. */
export function joinTexts(texts: readonly string[]): string {
  return texts.length === 1
    ? (texts[0] ?? "")
    : texts.map((text) => text.replace(/^[\r\n]+|[\r\n]+$/g, "")).join("\n\n");
}

function describeUnchanged(task: Task): string {
  switch (task.kind) {
    case "correct":
      return vscode.l10n.t("Nothing to correct: the model found no mistakes.");
    case "translate":
      return vscode.l10n.t(
        "The model gave the text back unchanged ({0}). Is it in that language already?",
        baseLanguage(task.to),
      );
    default:
      return vscode.l10n.t("The model gave the text back unchanged.");
  }
}
