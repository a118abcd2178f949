import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { replacedRanges } from "../core/replaceRanges.ts";
import type { OffsetRange } from "../core/trackRange.ts";
import { isEditable } from "./isEditable.ts";
import type { SelectionTarget } from "./selectionTarget.ts";

/**
 * Puts the texts in the place of the sources: one edit, one undo step, and only if each source still
 * stands byte for byte where it was taken. Throws `notEditable` or `documentChanged`; the document is
 * then as it was.
 */
export async function replaceSources(target: SelectionTarget, texts: readonly string[]): Promise<void> {
  const { document, placed } = await inTurn(target, (opened) => replaceIn(opened, target, texts));
  await selectRanges(document, placed);
}

/** The same without showing the document, which is given back. */
export async function replaceQuietly(target: SelectionTarget, texts: readonly string[]): Promise<vscode.TextDocument> {
  return (await inTurn(target, (opened) => replaceIn(opened, target, texts))).document;
}

/** Puts each text below the lines of its source, under the same conditions as `replaceSources`. */
export async function insertBelowSources(target: SelectionTarget, texts: readonly string[]): Promise<void> {
  const { document, placed } = await inTurn(target, async (opened) => {
    await requireUnchanged(opened, target);
    const gap = eolOf(opened).repeat(opened.languageId === "markdown" ? 2 : 1);
    const places = target.ranges.map((range) => endOfLine(opened, range));
    const inserted = texts.map((text) => gap + withLineEnds(opened, text.replace(/^[\r\n]+|[\r\n]+$/g, "")));
    await applyEdits(opened, places, inserted);
    const added = replacedRanges(places, inserted);
    return { document: opened, placed: added.map(({ start, end }) => ({ start: start + gap.length, end })) };
  });
  await selectRanges(document, placed);
}

/** What was put in, and where it lies now. */
interface Placed {
  readonly document: vscode.TextDocument;
  readonly placed: readonly OffsetRange[];
}

async function replaceIn(
  document: vscode.TextDocument,
  target: SelectionTarget,
  texts: readonly string[],
): Promise<Placed> {
  await requireUnchanged(document, target);
  const { ranges } = target;
  const inserted = texts.map((text) => withLineEnds(document, text));
  await applyEdits(document, ranges, inserted);
  return { document, placed: replacedRanges(ranges, inserted) };
}

/** The last edit of each document that is under way. */
const lastEdits = new WeakMap<vscode.TextDocument, Promise<unknown>>();

/**
 * Compares and edits a document after all other edits of ours: two that are compared with the same version are both
 * carried out by VS Code 1.99, the second one over the first and in the wrong place.
 */
async function inTurn(
  target: SelectionTarget,
  work: (document: vscode.TextDocument) => Promise<Placed>,
): Promise<Placed> {
  const document = await target.openDocument();
  const last = lastEdits.get(document) ?? Promise.resolve();
  const edit = last.then(() => work(document));
  lastEdits.set(
    document,
    edit.catch(() => {}),
  );
  return edit;
}

async function requireUnchanged(document: vscode.TextDocument, target: SelectionTarget): Promise<void> {
  if (!(await isEditable(document))) throw new AssistantError("notEditable");
  if (!target.isUnchanged(document)) throw new AssistantError("documentChanged", { reason: "edited" });
}

/**
 * A workspace edit carries the document's version: VS Code itself refuses it if a keystroke came
 * between our comparison and its turn, so that nothing is overwritten unseen.
 */
async function applyEdits(
  document: vscode.TextDocument,
  ranges: readonly OffsetRange[],
  texts: readonly string[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    ranges.map((range, index) => vscode.TextEdit.replace(toRange(document, range), texts[index] ?? "")),
  );
  if (!(await vscode.workspace.applyEdit(edit))) throw new AssistantError("documentChanged", { reason: "refused" });
  const isInPlace = replacedRanges(ranges, texts).every(
    (range, index) => document.getText(toRange(document, range)) === texts[index],
  );
  if (!isInPlace) throw new AssistantError("documentChanged", { reason: "notInPlace" });
}

/** The change is made: that it can't be shown is no reason to call it failed. */
async function selectRanges(document: vscode.TextDocument, ranges: readonly OffsetRange[]): Promise<void> {
  try {
    await showRanges(document, ranges);
  } catch {
    // Its editor was closed at just this moment, or its window is another one's.
  }
}

async function showRanges(document: vscode.TextDocument, ranges: readonly OffsetRange[]): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document && editor.viewColumn);
  const isCell = document.uri.scheme === "vscode-notebook-cell";
  if (isCell && !shown) return;
  const editor =
    isCell && shown
      ? shown
      : await vscode.window.showTextDocument(document, shown?.viewColumn ? { viewColumn: shown.viewColumn } : {});
  editor.selections = ranges.map((range) => {
    const { start, end } = toRange(document, range);
    return new vscode.Selection(start, end);
  });
}

function endOfLine(document: vscode.TextDocument, { start, end }: OffsetRange): OffsetRange {
  const last = document.positionAt(end);
  // A selection of whole lines ends at the start of the next one, which isn't part of it.
  const line = last.character === 0 && end > start ? last.line - 1 : last.line;
  const offset = document.offsetAt(document.lineAt(line).range.end);
  return { start: offset, end: offset };
}

function toRange(document: vscode.TextDocument, { start, end }: OffsetRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** VS Code would set them anyway, and the comparison afterwards would find another text than was meant. */
function withLineEnds(document: vscode.TextDocument, text: string): string {
  return text.replace(/\r\n?|\n/gu, eolOf(document));
}

function eolOf(document: vscode.TextDocument): string {
  return document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
}
