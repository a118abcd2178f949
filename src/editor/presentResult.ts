import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { baseLanguage } from "../core/languages.ts";
import type { Task } from "../core/writing/task.ts";
import type { ApplyWay } from "./commandArguments.ts";
import { isEditable } from "./isEditable.ts";
import { placeTexts } from "./placeTexts.ts";
import type { TryAgain } from "./review/review.ts";
import type { Reviews } from "./review/reviews.ts";
import type { SelectionTarget } from "./selectionTarget.ts";
import type { Summaries } from "./summaries/summaries.ts";
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
  readonly summaries: Summaries;
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
  await warnOfFindings(answer, { title: resultTitle, review });
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
  const { apply, target, answer, resultTitle: title, reviews, tryAgain } = presentation;
  if (apply === "review") {
    const isCorrection = presentation.task.kind === "correct";
    return (await reviews.open({ title, target, firstTry: answer, tryAgain, isCorrection })).proposedUri;
  }
  const opened = await placeTexts({ way: apply, texts: answer.map(({ text }) => text), target, title });
  if (opened) presentation.summaries.add(opened, { target, answer });
  return undefined;
}

/** A document that can't be edited gets its result beside it; a review of it could never be accepted. */
async function possibleWay({ apply, target }: Presentation): Promise<ApplyWay> {
  if (apply === "copy" || apply === "beside") return apply;
  const document = await target.openDocument();
  return (await isEditable(document)) ? apply : "beside";
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
