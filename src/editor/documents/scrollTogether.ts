import * as vscode from "vscode";
import { alignLines } from "../../core/document/alignLines.ts";

/** Milliseconds in which a view that was scrolled by us says so. */
const ECHO_MS = 300;

/**
 * Scrolls a document and its translation in step as long as both are visible: the same block stands at the top of each.
 * The one that the user scrolls leads.
 */
export function scrollTogether(source: vscode.Uri, translation: vscode.Uri): vscode.Disposable {
  const align = rememberAlignment();
  let led: { readonly editor: vscode.TextEditor; readonly at: number } | undefined;
  const listener = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
    const other = partnerOf(textEditor, source, translation);
    const top = visibleRanges[0]?.start.line;
    if (!other || top === undefined) return;
    if (led?.editor === textEditor && Date.now() - led.at < ECHO_MS) return;
    led = { editor: other, at: Date.now() };
    const line = align(textEditor.document, other.document)(top);
    if (other.visibleRanges[0]?.start.line === line) return;
    other.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  });
  const closer = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.toString() === source.toString() || uri.toString() === translation.toString()) stop.dispose();
  });
  const stop = vscode.Disposable.from(listener, closer);
  return stop;
}

function partnerOf(
  editor: vscode.TextEditor,
  source: vscode.Uri,
  translation: vscode.Uri,
): vscode.TextEditor | undefined {
  const name = editor.document.uri.toString();
  const wanted = name === source.toString() ? translation : name === translation.toString() ? source : undefined;
  return vscode.window.visibleTextEditors.find(
    (other) => other !== editor && other.document.uri.toString() === wanted?.toString(),
  );
}

/** The alignment is found once for each state of both documents, and not at each turn of the wheel. */
function rememberAlignment() {
  const known = new Map<
    vscode.TextDocument,
    { readonly versions: string; readonly lineOf: (line: number) => number }
  >();
  return (document: vscode.TextDocument, other: vscode.TextDocument): ((line: number) => number) => {
    const versions = `${document.version} ${other.version}`;
    const found = known.get(document);
    if (found?.versions === versions) return found.lineOf;
    const lineOf = alignLines(document.getText(), other.getText());
    known.set(document, { versions, lineOf });
    return lineOf;
  };
}
