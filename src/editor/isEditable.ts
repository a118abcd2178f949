import * as vscode from "vscode";

/** Files that steer the editor, git or a container: no answer of a model is written there. */
const PROTECTED_PATHS = [/\/\.vscode\//, /\/\.git(?:\/|$)/, /\/\.devcontainer(?:\/|\.json$)/, /\.code-workspace$/];
/** The user's own settings, keybindings and snippets, which VS Code keeps under this scheme. */
const USER_DATA = "vscode-userdata";

/** Whether a file steers the editor, git or a container, so that nothing is written there. */
export function isProtected({ path, scheme }: vscode.Uri): boolean {
  return scheme === USER_DATA || PROTECTED_PATHS.some((pattern) => pattern.test(path.toLowerCase()));
}

/** Whether a result may be put into the document: it can be written and isn't one that steers the editor. */
export async function isEditable(document: vscode.TextDocument): Promise<boolean> {
  const { uri } = document;
  if (isProtected(uri)) return false;
  if (uri.scheme === "untitled") return true;
  if (uri.scheme === "vscode-notebook-cell") return isWritable(notebookOf(document)?.uri);
  return isWritable(uri);
}

function notebookOf(cell: vscode.TextDocument): vscode.NotebookDocument | undefined {
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some(({ document }) => document === cell),
  );
}

async function isWritable(uri: vscode.Uri | undefined): Promise<boolean> {
  if (uri?.scheme === "untitled") return true;
  if (!uri || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) === 0;
  } catch {
    return false;
  }
}
