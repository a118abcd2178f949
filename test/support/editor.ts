import assert from "node:assert/strict";
import * as vscode from "vscode";

export interface OpenOptions {
  readonly language?: string;
}

/** Opens text in an untitled editor, whose line ends are the text's own. */
export async function openText(
  content: string,
  { language = "markdown" }: OpenOptions = {},
): Promise<vscode.TextEditor> {
  return show(await vscode.workspace.openTextDocument({ content, language }));
}

/**
 * The window tells of a new editor's selection once it is shown, and would undo one that was set before. What it tells
 * comes in order: behind the answer to a question it is all there.
 */
async function show(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand("setContext", "euroscribe.test.isShown", true);
  return editor;
}

/** Writes bytes to a file of the workspace and opens it. */
export async function openFile(name: string, bytes: string | Uint8Array): Promise<vscode.TextEditor> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  return show(await vscode.workspace.openTextDocument(uri));
}

export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the tests run in a folder");
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function readBytes(uri: vscode.Uri): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}

/** Selects the given pieces of the editor's text, in the order in which they are given. */
export function select(editor: vscode.TextEditor, ...pieces: readonly string[]): void {
  const text = editor.document.getText();
  let from = 0;
  editor.selections = pieces.map((piece) => {
    const at = text.indexOf(piece, from) >= 0 ? text.indexOf(piece, from) : text.indexOf(piece);
    assert.ok(at >= 0, `not in the document: ${piece}`);
    from = at + piece.length;
    return new vscode.Selection(editor.document.positionAt(at), editor.document.positionAt(at + piece.length));
  });
}

export function selectAll(editor: vscode.TextEditor): void {
  const { document } = editor;
  editor.selection = new vscode.Selection(document.positionAt(0), document.positionAt(document.getText().length));
}

/** Makes a server the endpoint in use, in the user's settings. */
export async function useServer(url: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await useEndpoints([{ name: "Test server", url, model: "test-model", ...more }]);
}

export async function useEndpoints(endpoints: readonly unknown[] | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("euroscribe");
  await configuration.update("endpoints", endpoints, vscode.ConfigurationTarget.Global);
  await configuration.update("endpoint", undefined, vscode.ConfigurationTarget.Global);
}

/** The diff in the active tab, if that is a review. */
export function activeReview(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === "euroscribe-review" ? input : undefined;
}

export async function reviewTexts(): Promise<{ readonly original: string; readonly proposed: string }> {
  const review = activeReview();
  assert.ok(review, "a review is open");
  const [original, proposed] = await Promise.all([
    vscode.workspace.openTextDocument(review.original),
    vscode.workspace.openTextDocument(review.modified),
  ]);
  return { original: original.getText(), proposed: proposed.getText() };
}

/** Replaces `length` units at an offset, as another extension would. */
export async function edit(document: vscode.TextDocument, at: number, length: number, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + length)), text);
  assert.ok(await vscode.workspace.applyEdit(change));
}

/** The notifications that were shown while `use` ran, each with its buttons; nobody answers them. */
export async function notificationsOf(use: () => Promise<void>): Promise<readonly (readonly string[])[]> {
  const shown: string[][] = [];
  const show = async (message: string, ...items: readonly unknown[]) => {
    shown.push([message, ...items.filter((item) => typeof item === "string")]);
    return undefined;
  };
  const window: { -readonly [name in keyof typeof vscode.window]: (typeof vscode.window)[name] } = vscode.window;
  const methods = ["showErrorMessage", "showWarningMessage", "showInformationMessage"] as const;
  const originals = methods.map((method) => window[method]);
  for (const method of methods) window[method] = show;
  try {
    await use();
    return shown;
  } finally {
    for (const [index, method] of methods.entries()) window[method] = originals[index] ?? window[method];
  }
}

/** Waits until the condition holds; says what it waited for if that never comes. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`waited ${timeoutMs} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function run(command: string, argument?: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand(`euroscribe.${command}`, argument);
}

export async function undo(): Promise<void> {
  await vscode.commands.executeCommand("undo");
}

/** Closes everything without asking to save. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
