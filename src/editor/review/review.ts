import * as vscode from "vscode";
import { replacedRanges, replaceRanges } from "../../core/replaceRanges.ts";
import { REVIEW_SCHEME } from "../contributions.ts";
import type { SelectionTarget } from "../selectionTarget.ts";
import { Tries, type Try } from "../tries.ts";
import { CorrectionList, type PlacedCorrection } from "./correctionList.ts";

/** Asks the model again for the target's sources, sampling anew. */
export type TryAgain = (sources: readonly string[], temperature: number) => Promise<Try>;

export interface ReviewOptions {
  readonly id: string;
  readonly title: string;
  readonly target: SelectionTarget;
  readonly document: vscode.TextDocument;
  readonly firstTry: Try;
  readonly tryAgain: TryAgain;
  /** The change is a correction: what it is made of can be accepted and rejected one by one. */
  readonly isCorrection: boolean;
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
  readonly #isCorrection: boolean;
  #corrections = new WeakMap<Try, CorrectionList>();
  #original: string;
  #ranges: SelectionTarget["ranges"];
  #tries: Tries;

  constructor({ id, title, target, document, firstTry, tryAgain, isCorrection }: ReviewOptions) {
    const name = nameOf(document.uri);
    this.originalUri = vscode.Uri.from({ scheme: REVIEW_SCHEME, path: `/${id}/original/${name}` });
    this.proposedUri = vscode.Uri.from({ scheme: REVIEW_SCHEME, path: `/${id}/proposed/${name}` });
    this.target = target;
    this.title = title;
    this.tryAgain = tryAgain;
    this.#isCorrection = isCorrection;
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
    return replaceRanges(this.#original, this.#ranges, this.texts);
  }

  /** What is proposed for each selection: the try that is shown, without the corrections that were rejected. */
  get texts(): readonly string[] {
    const { corrections } = this;
    return corrections?.all.some(({ isRejected }) => isRejected) ? corrections.texts : this.#tries.texts;
  }

  /** Of the try that is shown, once `prepare` has found them. */
  get corrections(): CorrectionList | undefined {
    return this.#corrections.get(this.#tries.shown);
  }

  set corrections(list: CorrectionList) {
    this.#corrections.set(this.#tries.shown, list);
  }

  /** Finds what the try that is shown corrects. */
  async prepare(): Promise<void> {
    if (!this.#isCorrection || this.corrections) return;
    this.corrections = await CorrectionList.of(this.target.sources, this.#tries.shown);
  }

  /** After a correction was made in the document: what is left of the others is proposed for the text as it is now. */
  rebase(document: vscode.TextDocument, sources: readonly string[], left: CorrectionList): void {
    this.target.renew(sources);
    this.#original = document.getText();
    this.#ranges = this.target.ranges;
    this.#corrections = new WeakMap([[this.#tries.shown, left]]);
  }

  /** The correction at an offset of one of the review's two documents. */
  correctionAt(uri: vscode.Uri, offset: number): PlacedCorrection | undefined {
    const isOriginal = uri.path === this.originalUri.path;
    const ranges = isOriginal ? this.#ranges : replacedRanges(this.#ranges, this.texts);
    const selection = ranges.findIndex(({ start, end }) => offset >= start && offset <= end);
    const start = ranges[selection]?.start ?? 0;
    return this.corrections?.find(selection, offset - start, isOriginal ? "original" : "proposed");
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
