import * as vscode from "vscode";
import { COMMANDS, CONTEXT_KEYS } from "../contributions.ts";
import type { SelectionTarget } from "../selectionTarget.ts";
import type { Try } from "../tries.ts";
import { nearestOccurrence, type Point, pointAt, pointsOf } from "./points.ts";

/** A summary that is open, and the document that it is of. */
interface Summary {
  readonly source: vscode.Uri;
  readonly points: readonly Point[];
}

/**
 * The summaries that stand open beside their texts. Each of their points leads back to the passage behind it: by Go
 * to Definition, by the link of its hover, and by a command at the cursor.
 */
export class Summaries implements vscode.Disposable, vscode.DefinitionProvider, vscode.HoverProvider {
  readonly #summaries = new Map<string, Summary>();
  readonly #disposables: readonly vscode.Disposable[];

  constructor() {
    // A result beside is an untitled document.
    const selector: vscode.DocumentSelector = { scheme: "untitled" };
    this.#disposables = [
      vscode.languages.registerDefinitionProvider(selector, this),
      vscode.languages.registerHoverProvider(selector, this),
      vscode.window.onDidChangeActiveTextEditor(() => this.#updateContext()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#summaries.delete(uri.toString())),
    ];
  }

  /** Remembers where the points of a summary come from, until its document is closed. */
  add(document: vscode.TextDocument, { target, answer }: { readonly target: SelectionTarget; readonly answer: Try }) {
    const points = pointsOf(answer, target);
    if (points.length === 0) return;
    this.#summaries.set(document.uri.toString(), { source: target.uri, points });
    this.#updateContext();
  }

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LocationLink[] | undefined> {
    const found = this.#find(document, position);
    const passage = found && (await openPassage(found.summary.source, found.point));
    if (!passage) return undefined;
    return [{ originSelectionRange: found.range, targetUri: passage.document.uri, targetRange: passage.range }];
  }

  /** The passage is the user's own text, and is shown as text. */
  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const found = this.#find(document, position);
    if (!found) return undefined;
    const argument = encodeURIComponent(JSON.stringify([{ point: found.summary.points.indexOf(found.point) }]));
    const link = new vscode.MarkdownString(
      `[${vscode.l10n.t("Show Source Passage")}](command:${COMMANDS.showSource}?${argument})`,
    );
    link.isTrusted = { enabledCommands: [COMMANDS.showSource] };
    return new vscode.Hover([new vscode.MarkdownString().appendText(found.point.passage), link], found.range);
  }

  /** Shows the passage behind the point of this number, or behind the one at the cursor. False if there is none. */
  async showSource(number: number | undefined): Promise<boolean> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return false;
    const summary = this.#summaries.get(editor.document.uri.toString());
    const point =
      number === undefined ? this.#find(editor.document, editor.selection.active)?.point : summary?.points[number];
    const passage = summary && point && (await openPassage(summary.source, point));
    if (!passage) return false;
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document === passage.document);
    await vscode.window.showTextDocument(passage.document, {
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
      selection: passage.range,
    });
    return true;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #find(document: vscode.TextDocument, position: vscode.Position) {
    const summary = this.#summaries.get(document.uri.toString());
    const found = summary && pointAt(summary.points, document.getText(), document.offsetAt(position));
    if (!found) return undefined;
    const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end));
    return { summary, point: found.point, range };
  }

  #updateContext(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const isSummary = uri !== undefined && this.#summaries.has(uri);
    void vscode.commands.executeCommand("setContext", CONTEXT_KEYS.summaryVisible, isSummary);
  }
}

/** `undefined` if the document is gone, or the passage isn't in it any more. */
async function openPassage(source: vscode.Uri, point: Point) {
  try {
    const document = await vscode.workspace.openTextDocument(source);
    const at = nearestOccurrence(document.getText(), point.passage, point.offset);
    if (at === undefined) return undefined;
    const end = document.positionAt(at + point.passage.length);
    return { document, range: new vscode.Range(document.positionAt(at), end) };
  } catch {
    return undefined;
  }
}
