import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { joinTexts } from "../placeTexts.ts";
import { UnplacedResult } from "../presentResult.ts";
import type { Review } from "../review/review.ts";
import type { Reviews } from "../review/reviews.ts";
import type { CommandHandler } from "../runCommand.ts";
import { warnOfFindings } from "../warnOfFindings.ts";

/** Accept, Reject, Try Again, Copy and the ways between tries: of the review that is named, or of the one in the active tab. */
export function createReviewCommands(reviews: Reviews) {
  return {
    acceptChange: onActive(reviews, accept),
    rejectChange: onActive(reviews, (review) => reviews.close(review)),
    tryAgain: onActive(reviews, tryAgain),
    copyResult: onActive(reviews, copy),
    earlierTry: onActive(reviews, async (review) => reviews.showEarlierTry(review)),
    laterTry: onActive(reviews, async (review) => reviews.showLaterTry(review)),
  } satisfies Record<string, CommandHandler>;

  async function tryAgain(review: Review): Promise<void> {
    const answer = await reviews.tryAgain(review);
    if (answer) await warnOfFindings(answer, { title: review.title, review: review.proposedUri });
  }

  async function accept(review: Review): Promise<void> {
    try {
      await reviews.accept(review);
    } catch (error) {
      throw error instanceof AssistantError ? new UnplacedResult(error, review.texts) : error;
    }
  }
}

async function copy(review: Review): Promise<void> {
  await vscode.env.clipboard.writeText(joinTexts(review.texts));
  vscode.window.setStatusBarMessage(vscode.l10n.t("Result copied"), 4000);
}

function onActive(reviews: Reviews, work: (review: Review) => Promise<void>): CommandHandler {
  return async (argument) => {
    const review = reviews.named(argument);
    if (review) await work(review);
    else void vscode.window.showInformationMessage(vscode.l10n.t("There is no proposed change in the active tab."));
  };
}
