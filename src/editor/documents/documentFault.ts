import * as vscode from "vscode";

/** Why one document couldn't be translated; the others can. Its message is for the user. */
export class DocumentFault extends Error {
  override readonly name = "DocumentFault";
}

/** Why a file couldn't be read or written. */
export function describeFileFault(error: unknown): string {
  const code = error instanceof vscode.FileSystemError ? error.code : codeOf(error);
  switch (code) {
    case "FileNotFound":
    case "ENOENT":
      return vscode.l10n.t("The file isn't there any more.");
    case "NoPermissions":
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return vscode.l10n.t("Access is denied.");
    case "FileIsADirectory":
    case "FileNotADirectory":
    case "ENOTDIR":
      return vscode.l10n.t("There is a file where a folder has to be, or the other way round.");
    default:
      return isFull(error)
        ? vscode.l10n.t("The disk is full.")
        : vscode.l10n.t("The file system refuses ({0}).", code ?? "unknown");
  }
}

/** VS Code passes the system's code on in words alone. */
function isFull(error: unknown): boolean {
  return error instanceof Error && /ENOSPC|EDQUOT|no space left/iu.test(error.message);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
