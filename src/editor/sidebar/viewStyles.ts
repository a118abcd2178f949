import type * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import type { OwnStyle } from "../ownStyles.ts";
import { readOwnStyles } from "../styleSettings.ts";

/** More of them than anyone looks through. */
const MOST_STYLES = 100;

/** The user's own styles; none where the setting is wrong, which the command says when it is used. */
export function viewStyles(scope: vscode.Uri | undefined): OwnStyle[] {
  try {
    return readOwnStyles(scope).slice(0, MOST_STYLES);
  } catch (error) {
    if (error instanceof AssistantError) return [];
    throw error;
  }
}
