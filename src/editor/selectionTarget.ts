import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { type OffsetRange, sourcesStand, trackRange } from "../core/trackRange.ts";

/**
 * What a command works on: the selected texts of one document, in the order of the user's selections,
 * with their places followed through everything that happens to the document meanwhile.
 */
export interface SelectionTarget extends vscode.Disposable {
  /** Follows a renamed file. */
  readonly uri: vscode.Uri;
  readonly languageId: string;
  /** As they were when the command began (or `renew` was called). */
  readonly sources: readonly string[];
  /** Where the sources are now, in the same order. */
  readonly ranges: readonly OffsetRange[];
  /** Whether the text at every range still is the source, byte for byte. */
  isUnchanged(document: vscode.TextDocument): boolean;
  /** What is at the ranges now. */
  currentTexts(document: vscode.TextDocument): readonly string[];
  /** Takes other texts as the sources: those that an answer was asked for anew. */
  renew(sources: readonly string[]): void;
  /** The document as it is now, opened again where it was closed. Throws `documentChanged` if it is gone. */
  openDocument(): Promise<vscode.TextDocument>;
  readonly onDidChange: vscode.Event<void>;
}

/** Takes the non-empty selections of the active editor. Throws `nothingSelected`. */
export function takeSelections(editor: vscode.TextEditor | undefined): SelectionTarget {
  const { document, selections } = requireSelections(editor);
  return new TrackedSelections(document, selections);
}

/** The texts of the active editor's non-empty selections. Throws `nothingSelected`. */
export function readSelections(editor: vscode.TextEditor | undefined): readonly string[] {
  const { document, selections } = requireSelections(editor);
  return selections.map((selection) => document.getText(selection));
}

interface Selected {
  readonly document: vscode.TextDocument;
  readonly selections: readonly vscode.Selection[];
}

/** The selections that aren't empty, of which none is read further than to its first word. Throws `nothingSelected`. */
export function requireSelections(editor: vscode.TextEditor | undefined): Selected {
  const selections = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
  if (!editor || selections.every((selection) => isBlank(editor.document, selection)))
    throw new AssistantError("nothingSelected");
  return { document: editor.document, selections };
}

/** Line by line: to join 200,000 of them takes as long as everything else that is done before a text is sent. */
function isBlank(document: vscode.TextDocument, { start, end }: vscode.Range): boolean {
  for (let line = start.line; line <= end.line; line += 1) {
    const { text } = document.lineAt(line);
    const part = text.slice(line === start.line ? start.character : 0, line === end.line ? end.character : undefined);
    if (part.trim() !== "") return false;
  }
  return true;
}

class TrackedSelections implements SelectionTarget {
  readonly languageId: string;
  uri: vscode.Uri;
  sources: readonly string[];
  ranges: readonly OffsetRange[];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(document: vscode.TextDocument, selections: readonly vscode.Range[]) {
    this.uri = document.uri;
    this.languageId = document.languageId;
    this.sources = selections.map((selection) => document.getText(selection));
    this.ranges = selections.map(({ start, end }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    }));
    this.#disposables = [
      this.#changed,
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#followRename(files)),
    ];
  }

  isUnchanged(document: vscode.TextDocument): boolean {
    return sourcesStand(this.sources, this.ranges, (range) => textAt(document, range));
  }

  currentTexts(document: vscode.TextDocument): readonly string[] {
    return this.ranges.map((range) => textAt(document, range));
  }

  renew(sources: readonly string[]): void {
    this.sources = sources;
  }

  async openDocument(): Promise<vscode.TextDocument> {
    const isSame = (candidate: vscode.TextDocument) => candidate.uri.toString() === this.uri.toString();
    const open = vscode.workspace.textDocuments.find((candidate) => isSame(candidate) && !candidate.isClosed);
    if (open) return open;
    // A closed untitled document is gone: opening it again would make an empty one.
    if (this.uri.scheme === "untitled") throw new AssistantError("documentChanged", { reason: "closed" });
    try {
      return await vscode.workspace.openTextDocument(this.uri);
    } catch {
      throw new AssistantError("documentChanged", { reason: "gone" });
    }
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || document.uri.toString() !== this.uri.toString()) return;
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      const edit = { start: rangeOffset, length: rangeLength, inserted: text.length };
      this.ranges = this.ranges.map((range) => trackRange(range, edit));
    }
    this.#changed.fire();
  }

  #followRename(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    for (const { oldUri, newUri } of files) {
      const rest = pathWithin(oldUri, this.uri);
      if (rest !== undefined) this.uri = newUri.with({ path: newUri.path + rest });
    }
  }
}

/** What of the path comes after that of a file or folder: nothing for itself, `undefined` where it lies elsewhere. */
function pathWithin(folder: vscode.Uri, { scheme, authority, path }: vscode.Uri): string | undefined {
  if (folder.scheme !== scheme || folder.authority !== authority) return undefined;
  const rest = path.startsWith(folder.path) ? path.slice(folder.path.length) : undefined;
  return rest === "" || rest?.startsWith("/") ? rest : undefined;
}

function textAt(document: vscode.TextDocument, { start, end }: OffsetRange): string {
  return document.getText(new vscode.Range(document.positionAt(start), document.positionAt(end)));
}
