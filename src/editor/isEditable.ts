import * as vscode from "vscode";

/** Files that steer the editor, git or a container: no answer of a model is written there. */
const PROTECTED_PATHS = [/\/\.vscode\//, /\/\.git\//, /\/\.devcontainer\//, /\.code-workspace$/];

/** Whether a result may be put into the document: it can be written and isn't one that steers the editor. */
export async function isEditable({ uri }: vscode.TextDocument): Promise<boolean> {
  if (PROTECTED_PATHS.some((pattern) => pattern.test(uri.path.toLowerCase()))) return false;
  if (uri.scheme === "untitled" || uri.scheme === "vscode-notebook-cell") return true;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) === 0;
  } catch {
    return false;
  }
}
