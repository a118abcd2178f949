import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { replaceQuietly, replaceSources } from "../applyResult.ts";
import { askForAnother } from "../askForAnother.ts";
import { CONTEXT_KEYS, REVIEW_SCHEME } from "../contributions.ts";
import type { SelectionTarget } from "../selectionTarget.ts";
import type { Try } from "../tries.ts";
import type { PlacedCorrection } from "./correctionList.ts";
import { nameOf, Review, type TryAgain } from "./review.ts";
import { untilShown } from "./untilShown.ts";

export interface OpenReview {
  readonly title: string;
  readonly target: SelectionTarget;
  readonly firstTry: Try;
  readonly tryAgain: TryAgain;
  readonly isCorrection: boolean;
}

/**
 * The open reviews. Each is a diff of two virtual documents in a tab of its own; what the user does
 * applies to the review in the active tab, and closing the tab is Reject.
 */
export class Reviews implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #reviews = new Map<string, Review>();
  readonly #contentChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[];
  #lastId = 0;
  readonly onDidChange = this.#contentChanged.event;

  constructor() {
    this.#disposables = [
      this.#contentChanged,
      vscode.workspace.registerTextDocumentContentProvider(REVIEW_SCHEME, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => this.#tabsChanged(closed)),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#updateContext()),
    ];
  }

  /** Shows the change as a diff and resolves when it is open. The review owns the target from here on. */
  async open({ target, ...options }: OpenReview): Promise<Review> {
    const document = await target.openDocument();
    // A change inside the sources since they were sent leaves nothing to compare them with.
    if (!target.isUnchanged(document)) throw new AssistantError("documentChanged", { reason: "edited" });
    const id = `${Date.now().toString(36)}-${++this.#lastId}`;
    const review = new Review({ ...options, id, target, document });
    this.#reviews.set(id, review);
    target.onDidChange(() => this.#updateContext());
    try {
      await review.prepare();
      await this.#show(review, document);
    } catch (error) {
      this.#forget(review);
      throw error;
    }
    this.#updateContext();
    return review;
  }

  /** The review in the active tab. */
  get active(): Review | undefined {
    return this.#reviewOf(vscode.window.tabGroups.activeTabGroup.activeTab);
  }

  /** The review that one of these documents belongs to: a button in a title bar hands over its own editor's. */
  find(uri: unknown): Review | undefined {
    return uri instanceof vscode.Uri ? this.#reviews.get(reviewId(uri)) : undefined;
  }

  /** The review that a command is about: the one that is named, and no other where that has gone; else the active one. */
  named(argument: unknown): Review | undefined {
    const isNamed = argument instanceof vscode.Uri && argument.scheme === REVIEW_SCHEME;
    return isNamed ? this.find(argument) : this.active;
  }

  /** Applies what is shown and closes the review. Throws `documentChanged` or `notEditable`; the review then stays. */
  async accept(review: Review): Promise<void> {
    await this.#once(review, async () => {
      await replaceSources(review.target, review.texts);
      await this.close(review);
    });
  }

  /** Closes the review's tab; the document stays as it is. */
  async close(review: Review): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    await vscode.window.tabGroups.close(tabs.filter((tab) => this.#reviewOf(tab) === review));
    this.#forget(review);
  }

  /**
   * Another answer for the same sources, or a first one for what the user has made of them meanwhile. `undefined`
   * where one is under way already, or none came that differs from the earlier ones.
   */
  async tryAgain(review: Review): Promise<Try | undefined> {
    return this.#once(review, async () => {
      const sources = review.target.currentTexts(await review.target.openDocument());
      const isSameSource = sources.every((source, index) => source === review.target.sources[index]);
      const ask = (temperature: number) => review.tryAgain(sources, temperature);
      const answer = await askForAnother({ ask, earlier: isSameSource ? review.tries.all : [] });
      if (!answer) {
        void vscode.window.showInformationMessage(vscode.l10n.t("The model gives the same answers again."));
        return undefined;
      }
      if (isSameSource) review.tries.add(answer);
      else review.restart(await review.target.openDocument(), sources, answer);
      await this.#refresh(review);
      return answer;
    });
  }

  showEarlierTry(review: Review): Promise<void> {
    review.tries.showEarlier();
    return this.#refresh(review);
  }

  showLaterTry(review: Review): Promise<void> {
    review.tries.showLater();
    return this.#refresh(review);
  }

  /** Proposes the corrections without those that are rejected now. */
  async rejectCorrections(review: Review, isRejected: (correction: PlacedCorrection) => boolean): Promise<void> {
    const { corrections } = review;
    if (!corrections || review.isBusy) return;
    review.corrections = corrections.rejecting(isRejected);
    await this.#refresh(review);
  }

  /** Makes one correction in the document, as one undo step; the review stays for the others, if there are any. */
  async acceptCorrection(review: Review, correction: PlacedCorrection): Promise<void> {
    await this.#once(review, async () => {
      const { corrections } = review;
      if (!corrections) return;
      const texts = corrections.textsWith(correction);
      const document = await replaceQuietly(review.target, texts);
      const left = corrections.without(correction);
      if (left.all.length === 0) return this.close(review);
      review.rebase(document, review.target.currentTexts(document), left);
      await this.#refresh(review);
    });
  }

  /** Closes the tabs that an earlier window left behind: what they showed is gone with it. */
  async closeLeftovers(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    await vscode.window.tabGroups.close(tabs.filter((tab) => isReviewTab(tab) && !this.#reviewOf(tab)));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#reviews.get(reviewId(uri))?.contentOf(uri) ?? "";
  }

  dispose(): void {
    for (const review of this.#reviews.values()) review.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Both sides take the language of the source, which a file name alone doesn't always tell. */
  async #show(review: Review, { uri: source, languageId }: vscode.TextDocument): Promise<void> {
    const { originalUri, proposedUri, title } = review;
    for (const uri of [originalUri, proposedUri]) {
      const document = await vscode.workspace.openTextDocument(uri);
      if (document.languageId !== languageId) await vscode.languages.setTextDocumentLanguage(document, languageId);
    }
    const name = vscode.l10n.t("{0}: {1}", title, nameOf(source));
    const diff = vscode.commands.executeCommand("vscode.diff", originalUri, proposedUri, name, { preview: false });
    await untilShown(diff, (tab) => this.#reviewOf(tab) === review);
  }

  async #once<T>(review: Review, work: () => Promise<T>): Promise<T | undefined> {
    if (review.isBusy) return undefined;
    review.isBusy = true;
    try {
      return await work();
    } finally {
      review.isBusy = false;
    }
  }

  async #refresh(review: Review): Promise<void> {
    await review.prepare();
    this.#contentChanged.fire(review.originalUri);
    this.#contentChanged.fire(review.proposedUri);
    this.#updateContext();
  }

  #tabsChanged(closed: readonly vscode.Tab[]): void {
    for (const tab of closed) {
      const review = this.#reviewOf(tab);
      if (review) this.#forget(review);
    }
    this.#updateContext();
  }

  #forget(review: Review): void {
    if (this.#reviews.delete(reviewId(review.proposedUri))) review.dispose();
    this.#updateContext();
  }

  #updateContext(): void {
    const review = this.active;
    setContext(CONTEXT_KEYS.reviewVisible, review !== undefined);
    setContext(CONTEXT_KEYS.hasEarlierTry, review?.tries.hasEarlier === true);
    setContext(CONTEXT_KEYS.hasLaterTry, review?.tries.hasLater === true);
    setContext(CONTEXT_KEYS.hasCorrections, (review?.corrections?.all.length ?? 0) > 0);
    const document =
      review && vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === review.target.uri.toString());
    setContext(
      CONTEXT_KEYS.reviewStale,
      review !== undefined && document !== undefined && !review.target.isUnchanged(document),
    );
  }

  #reviewOf(tab: vscode.Tab | undefined): Review | undefined {
    return tab?.input instanceof vscode.TabInputTextDiff ? this.#reviews.get(reviewId(tab.input.modified)) : undefined;
  }
}

function isReviewTab({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === REVIEW_SCHEME;
}

function reviewId(uri: vscode.Uri): string {
  return uri.scheme === REVIEW_SCHEME ? (uri.path.split("/")[1] ?? "") : "";
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
