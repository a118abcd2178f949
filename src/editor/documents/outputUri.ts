import * as vscode from "vscode";
import { findPatternFault, outputPath } from "../../core/document/outputPath.ts";
import { AssistantError } from "../../core/errors.ts";
import type { Locale } from "../../core/languages.ts";
import { readDocumentSettings } from "../settings.ts";

/**
 * Where the translation of a file is written: by the setting, relative to the workspace folder that the file is in, or to
 * its own folder. `undefined` where that would be outside of it. Throws `invalidSettings`.
 */
export function outputUri(source: vscode.Uri, language: Locale): vscode.Uri | undefined {
  const { outputPattern: pattern } = readDocumentSettings(source);
  const fault = findPatternFault(pattern);
  if (fault !== undefined)
    throw new AssistantError("invalidSettings", { reason: `euroscribe.outputPath: ${fault || pattern}` });
  const root = rootOf(source);
  const relative = source.path.slice(root.path.replace(/\/$/u, "").length + 1);
  const path = outputPath({ pattern: pattern.replaceAll("\\", "/"), source: relative, language });
  if (path.startsWith("/") || path === ".." || path.startsWith("../")) return undefined;
  return vscode.Uri.joinPath(root, path);
}

/** The folder that nothing is written outside of. */
export function rootOf(source: vscode.Uri): vscode.Uri {
  return vscode.workspace.getWorkspaceFolder(source)?.uri ?? vscode.Uri.joinPath(source, "..");
}
