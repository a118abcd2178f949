import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { SETTINGS } from "./contributions.ts";
import { mergeStyles, type OwnStyle, withStyle } from "./ownStyles.ts";

/**
 * The user's own styles, and those of a workspace that is trusted: their words go to the model. Throws
 * `invalidSettings`.
 */
export function readOwnStyles(scope: vscode.Uri | undefined): readonly OwnStyle[] {
  const inspected = vscode.workspace.getConfiguration("euroscribe", scope).inspect<unknown>(SETTINGS.styles);
  // VS Code leaves out what the manifest restricts; this is for hosts that don't.
  const ofWorkspace = vscode.workspace.isTrusted ? [inspected?.workspaceFolderValue, inspected?.workspaceValue] : [];
  const merged = mergeStyles([...ofWorkspace, inspected?.globalValue]);
  if ("problem" in merged) {
    throw new AssistantError("invalidSettings", { reason: `euroscribe.styles: ${merged.problem}` });
  }
  return merged.styles;
}

/** Adds a style to the user's settings, in the place of the one that has its name. */
export async function saveOwnStyle(style: OwnStyle): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("euroscribe");
  const value = configuration.inspect<unknown>(SETTINGS.styles)?.globalValue;
  await configuration.update(SETTINGS.styles, withStyle(value, style), vscode.ConfigurationTarget.Global);
}
