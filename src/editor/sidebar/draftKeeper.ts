import * as vscode from "vscode";
import type { Locale } from "../../core/languages.ts";
import type { DetectLanguage } from "../../core/writing/languageDetector.ts";
import { type Draft, LONGEST_TEXT } from "../../protocol.ts";
import { joinTexts } from "../placeTexts.ts";
import { nameOf } from "../review/review.ts";

/** How long a selection has to stand still before it is read. Milliseconds. */
const PAUSE = 80;
/** Characters that a language is told from; more of them tell no more. */
const LONGEST_DETECTED = 4000;

const EMPTY: Draft = {
  revision: 0,
  text: "",
  instruction: "",
  origin: "typed",
  documentName: "",
  selections: 0,
  characters: 0,
  hasOtherSelection: false,
};

/**
 * The text to work on: the selection of the active editor, followed while somebody is looking, or what was typed in
 * its place, which is then left alone.
 */
export class DraftKeeper implements vscode.Disposable {
  readonly #detect: DetectLanguage;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  #draft: Draft = EMPTY;
  #pause: NodeJS.Timeout | undefined;
  isFollowing = false;
  readonly onDidChange = this.#changed.event;

  constructor(detect: DetectLanguage) {
    this.#detect = detect;
    this.#disposables = [
      this.#changed,
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#followSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#followSoon()),
    ];
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** What was typed, if it is newer than what is here. */
  edit({
    revision,
    text,
    instruction,
  }: {
    readonly revision: number;
    readonly text?: string | undefined;
    readonly instruction: string;
  }): void {
    // Both sides changed it at once: the page is told what stands here.
    if (revision <= this.#draft.revision) {
      this.#changed.fire();
      return;
    }
    const typed = text === undefined || text === this.#draft.text ? {} : this.#typed(text);
    this.#update({ ...this.#draft, ...typed, revision, instruction });
    if (text !== undefined) void this.#tellLanguage();
  }

  setLanguage(language: Locale | undefined): void {
    const { language: _, ...draft } = this.#draft;
    this.#update({ ...draft, ...(language && { language }) });
  }

  /** Takes the selection in the place of what is in the box. */
  useSelection(): void {
    const selected = readSelection();
    if (selected) this.#take(selected);
  }

  /** Looks at the selection, as when it has changed. */
  follow(): void {
    const selected = readSelection();
    if (this.#draft.origin === "typed" && this.#draft.text !== "") {
      const hasOtherSelection = selected !== undefined && selected.text !== this.#draft.text;
      if (hasOtherSelection !== this.#draft.hasOtherSelection) this.#update({ ...this.#draft, hasOtherSelection });
    } else if (selected) this.#take(selected);
    else if (this.#draft.origin !== "typed") this.#take({ ...EMPTY });
  }

  dispose(): void {
    clearTimeout(this.#pause);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #followSoon(): void {
    if (!this.isFollowing) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.follow(), PAUSE);
  }

  #typed(text: string): Partial<Draft> {
    const hasOtherSelection = readSelection() !== undefined;
    return { text, origin: "typed", documentName: "", selections: 0, characters: text.length, hasOtherSelection };
  }

  #take(selected: Selected): void {
    const { text, origin, documentName, characters } = this.#draft;
    if (
      selected.text === text &&
      selected.origin === origin &&
      selected.documentName === documentName &&
      selected.characters === characters
    )
      return;
    const { language: _, detected: __, ...rest } = this.#draft;
    this.#update({ ...rest, ...selected, hasOtherSelection: false, revision: this.#draft.revision + 1 });
    void this.#tellLanguage();
  }

  async #tellLanguage(): Promise<void> {
    const { text, revision } = this.#draft;
    const language = text.trim() === "" ? undefined : await this.#detect(text.slice(0, LONGEST_DETECTED));
    if (this.#draft.revision !== revision || this.#draft.detected === language) return;
    const { detected: _, ...draft } = this.#draft;
    this.#update({ ...draft, ...(language && { detected: language }) });
  }

  #update(draft: Draft): void {
    this.#draft = draft;
    this.#changed.fire();
  }
}

type Selected = Pick<Draft, "text" | "origin" | "documentName" | "selections" | "characters">;

/** The non-empty selections of the active editor; `undefined` where there is nothing to work on. */
function readSelection(): Selected | undefined {
  const editor = vscode.window.activeTextEditor;
  const selections = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
  if (!editor || selections.length === 0) return undefined;
  const { document } = editor;
  const characters = selections.reduce(
    (sum, { start, end }) => sum + document.offsetAt(end) - document.offsetAt(start),
    0,
  );
  const found = { documentName: nameOf(document.uri).slice(0, 200), selections: selections.length, characters };
  // What is too long to be shown isn't even read: it can't be sent from here.
  const text = characters > LONGEST_TEXT ? "" : joinTexts(selections.map((selection) => document.getText(selection)));
  if (characters > LONGEST_TEXT || text.length > LONGEST_TEXT) return { ...found, text: "", origin: "tooLong" };
  return text.trim() === "" ? undefined : { ...found, text, origin: "selection" };
}
