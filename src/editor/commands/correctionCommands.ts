import * as vscode from "vscode";
import type { PlacedCorrection } from "../review/correctionList.ts";
import type { Review } from "../review/review.ts";
import type { Reviews } from "../review/reviews.ts";
import type { CommandHandler } from "../runCommand.ts";

/** Each correction of the review in the active tab alone: chosen from a list, or the one at the cursor. */
export function createCorrectionCommands(reviews: Reviews) {
  return {
    chooseCorrections: async (argument) => {
      const review = reviews.named(argument);
      if (!review) return;
      const { pickRejected } = await import("../review/pickCorrections.ts");
      const rejected = await pickRejected(review);
      if (rejected) await reviews.rejectCorrections(review, (correction) => rejected.has(correction));
    },
    acceptCorrection: atCursor(reviews, (review, correction) => reviews.acceptCorrection(review, correction)),
    rejectCorrection: atCursor(reviews, (review, correction) =>
      reviews.rejectCorrections(review, (other) => other.isRejected || other === correction),
    ),
  } satisfies Record<string, CommandHandler>;
}

function atCursor(
  reviews: Reviews,
  work: (review: Review, correction: PlacedCorrection) => Promise<void>,
): CommandHandler {
  return async () => {
    const editor = vscode.window.activeTextEditor;
    const review = reviews.find(editor?.document.uri);
    const offset = editor?.document.offsetAt(editor.selection.active) ?? 0;
    const correction = editor && review?.correctionAt(editor.document.uri, offset);
    if (review && correction) await work(review, correction);
    else void vscode.window.showInformationMessage(vscode.l10n.t("There is no correction at the cursor."));
  };
}
