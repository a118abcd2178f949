import * as vscode from "vscode";
import { replaceRanges } from "../../core/replaceRanges.ts";
import { REVIEW_SCHEME } from "../contributions.ts";
import type { SelectionTarget } from "../selectionTarget.ts";
import { Tries, type Try } from "../tries.ts";

/** Asks the model again for the target's sources, sampling anew. */
export type TryAgain = (sources: readonly string[]) => Promise<Try>;

export interface ReviewOptions {
  readonly id: string;
  readonly title: string;
  readonly target: SelectionTarget;
  readonly document: vscode.TextDocument;
  readonly firstTry: Try;
  readonly tryAgain: TryAgain;
}

/**
 * A proposed change of one document: snapshots of the whole document before and after, and the tries
 * so far. It only knows what is proposed; `reviews.ts` shows it and carries it out.
 */
export class Review implements vscode.Disposable {
  readonly originalUri: vscode.Uri;
  readonly proposedUri: vscode.Uri;
  /** True while an Accept or a Try Again is under way: neither may begin twice. */
  isBusy = false;
  readonly target: SelectionTarget;
  readonly title: string;
  readonly tryAgain: TryAgain;
  #original: string;
  #ranges: SelectionTarget["ranges"];
  #tries: Tries;

  constructor({ id, title, target, document, firstTry, tryAgain }: ReviewOptions) {
    const name = nameOf(document.uri);
    this.originalUri = vscode.Uri.from({ scheme: REVIEW_SCHEME, path: `/${id}/original/${name}` });
    this.proposedUri = vscode.Uri.from({ scheme: REVIEW_SCHEME, path: `/${id}/proposed/${name}` });
    this.target = target;
    this.title = title;
    this.tryAgain = tryAgain;
    this.#original = document.getText();
    this.#ranges = target.ranges;
    this.#tries = new Tries(firstTry);
  }

  get tries(): Tries {
    return this.#tries;
  }

  /** The text of one of the review's two documents. */
  contentOf(uri: vscode.Uri): string {
    if (uri.path === this.originalUri.path) return this.#original;
    return replaceRanges(this.#original, this.#ranges, this.#tries.texts);
  }

  /** Begins anew from the document as it is now: what was tried for other words is gone. */
  restart(document: vscode.TextDocument, sources: readonly string[], answer: Try): void {
    this.target.renew(sources);
    this.#original = document.getText();
    this.#ranges = this.target.ranges;
    this.#tries = new Tries(answer);
  }

  dispose(): void {
    this.target.dispose();
  }
}

/** The document's name as its tab shows it. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split("/").at(-1) || "text";
}
