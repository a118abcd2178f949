import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import type { Locale } from "../../core/languages.ts";
import { answerLanguage } from "../../core/writing/nameLanguage.ts";
import type { Task } from "../../core/writing/task.ts";
import type { EntryView, PageMessage } from "../../protocol.ts";
import { isEditable } from "../isEditable.ts";
import { joinTexts } from "../placeTexts.ts";
import type { Remedy } from "../reportError.ts";
import { CorrectionList } from "../review/correctionList.ts";
import type { SelectionTarget } from "../selectionTarget.ts";
import { progressTitle, resultTitle } from "../taskTitles.ts";
import { Tries, type Try } from "../tries.ts";
import { viewCorrections } from "./viewCorrections.ts";
import { viewFinding } from "./viewFinding.ts";

export interface EntryOptions {
  readonly id: number;
  readonly task: Task;
  /** What the text is in, where it is known. */
  readonly language: Locale | undefined;
  readonly sources: readonly string[];
  readonly documentName: string;
  /** Typed text has none. The entry owns it. */
  readonly target: SelectionTarget | undefined;
}

type KeptCorrections = Pick<PageMessage & { kind: "keepCorrections" }, "tryNumber" | "corrections" | "isKept">;

/** A run of the sidebar: a task on texts, with its tries, and how far the one under way has come. */
export class Entry implements vscode.Disposable {
  readonly id: number;
  readonly task: Task;
  readonly sources: readonly string[];
  readonly target: SelectionTarget | undefined;
  readonly #options: EntryOptions;
  #tries: Tries | undefined;
  /** Of each try of a correction, with what of it is kept. */
  readonly #corrections = new WeakMap<Try, CorrectionList>();
  #isNothingNew = false;
  #remedies: readonly Remedy[] = [];
  #targetState: EntryView["target"];
  /** The texts that were put in the place of the sources. */
  #placed: readonly string[] | undefined;
  progress: EntryView["progress"] = { kind: "none" };

  constructor(options: EntryOptions) {
    this.id = options.id;
    this.task = options.task;
    this.sources = options.sources;
    this.target = options.target;
    this.#options = options;
    this.#targetState = options.target ? "ready" : "none";
  }

  get tries(): Tries | undefined {
    return this.#tries;
  }

  get title(): string {
    return resultTitle(this.task);
  }

  begin(): void {
    const expected = this.task.kind === "summarize" ? 0 : joinTexts(this.sources).length;
    this.progress = { kind: "running", title: progressTitle(this.task), received: "", isChecking: false, expected };
  }

  /** The answer had faults: it stays to be read while another is asked for. */
  beginChecking(): void {
    if (this.progress.kind === "running") this.progress = { ...this.progress, isChecking: true };
  }

  /** Takes in what has arrived, up to so many characters in all; says what of it there was room for. */
  receive(text: string, most: number): string {
    if (this.progress.kind !== "running" || this.progress.isChecking) return "";
    const shown = text.slice(0, Math.max(0, most - this.progress.received.length));
    this.progress = { ...this.progress, received: this.progress.received + shown };
    return shown;
  }

  cancelled(): void {
    this.progress = { kind: "cancelled", partial: this.#partial };
  }

  fail({ message, remedies }: { readonly message: string; readonly remedies: readonly Remedy[] }): void {
    this.#remedies = remedies;
    this.progress = {
      kind: "failed",
      message: message.slice(0, 1000),
      remedies: remedies.map(({ name, label }) => ({ name, label })),
      partial: this.#partial,
    };
  }

  /** What the button of this name does, under the error that is shown. */
  remedy(name: string): Remedy | undefined {
    return this.progress.kind === "failed" ? this.#remedies.find((remedy) => remedy.name === name) : undefined;
  }

  /** What is shown, and placed: the answers of the try that is shown, without the corrections that aren't kept. */
  get texts(): readonly string[] {
    return this.#shownCorrections?.texts ?? this.#tries?.texts ?? [];
  }

  /** Without an answer there was none that differs from the earlier ones. */
  async addTry(answer: Try | undefined): Promise<void> {
    if (answer && this.task.kind === "correct") {
      this.#corrections.set(answer, await CorrectionList.of(this.sources, answer));
    }
    this.#isNothingNew = answer === undefined;
    this.progress = { kind: "none" };
    if (!answer) return;
    if (this.#tries) this.#tries.add(answer);
    else this.#tries = new Tries(answer);
  }

  /** Keeps corrections of the try that is shown, or leaves them out; the others stay as they are. */
  keepCorrections({ tryNumber, corrections, isKept }: KeptCorrections): void {
    const list = this.#shownCorrections;
    if (!this.#tries || !list || tryNumber !== this.#tryNumber) return;
    const changed = new Set(corrections.map((index) => list.all[index]));
    const rejecting = list.rejecting((one) => (changed.has(one) ? !isKept : one.isRejected));
    this.#corrections.set(this.#tries.shown, rejecting);
  }

  /** After Replace: the text isn't the source any more, and that is as it should be. */
  markPlaced(texts: readonly string[]): void {
    this.#placed = texts;
  }

  /** Looks whether the sources still stand where they were taken. True if that has changed. */
  async updateTarget(): Promise<boolean> {
    const before = this.#targetState;
    this.#targetState = await this.#findTargetState();
    return this.#targetState !== before;
  }

  /** As the page shows it. */
  view(): EntryView {
    const { id, task, sources, title, progress } = this;
    const { documentName, language: sourceLanguage } = this.#options;
    const language = answerLanguage(task) ?? (task.kind === "translate" ? undefined : sourceLanguage);
    return {
      id,
      title,
      task: task.kind,
      ...(language && { language }),
      ...(sourceLanguage && { sourceLanguage }),
      documentName,
      sources: [...sources],
      texts: [...this.texts],
      corrections: this.#shownCorrections ? viewCorrections(this.#shownCorrections, sources) : [],
      findings: this.#tries?.shown.flatMap(({ findings }) => findings.map(viewFinding)) ?? [],
      note: this.#note(),
      tryNumber: this.#tryNumber,
      tryCount: this.#tries?.count ?? 0,
      progress,
      target: this.#targetState,
    };
  }

  /** The first words of the text, for a list. */
  get excerpt(): string {
    const text = joinTexts(this.sources).trim().replace(/\s+/gu, " ");
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
  }

  dispose(): void {
    this.target?.dispose();
  }

  /** From 1; 0 before the first. */
  get #tryNumber(): number {
    return this.#tries ? this.#tries.position + 1 : 0;
  }

  get #shownCorrections(): CorrectionList | undefined {
    return this.#tries && this.#corrections.get(this.#tries.shown);
  }

  get #partial(): string {
    return this.progress.kind === "running" ? this.progress.received : "";
  }

  async #findTargetState(): Promise<EntryView["target"]> {
    if (!this.target) return "none";
    try {
      const document = await this.target.openDocument();
      if (!(await isEditable(document))) return "readOnly";
      if (this.target.isUnchanged(document)) return "ready";
      const current = this.target.currentTexts(document);
      return this.#placed?.every((text, index) => isSameText(text, current[index] ?? "")) ? "done" : "changed";
    } catch (error) {
      if (error instanceof AssistantError) return "gone";
      throw error;
    }
  }

  #note(): string {
    if (this.#isNothingNew) return vscode.l10n.t("The model gives the same answers again.");
    const shown = this.#tries?.shown ?? [];
    if (shown.length === 0 || shown.some(({ outcome }) => outcome !== "unchanged")) return "";
    return this.task.kind === "correct"
      ? vscode.l10n.t("Nothing to correct: the model found no mistakes.")
      : vscode.l10n.t("The model gave the text back unchanged.");
  }
}

/** A document has line ends of its own. */
function isSameText(left: string, right: string): boolean {
  return left.replace(/\r\n?/gu, "\n") === right.replace(/\r\n?/gu, "\n");
}
