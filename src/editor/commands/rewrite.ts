import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { baseLanguage } from "../../core/languages.ts";
import { type CommandArguments, parseArguments } from "../commandArguments.ts";
import { type PickedStyle, pickStyle } from "../pickStyle.ts";
import type { CommandHandler } from "../runCommand.ts";
import { type Assistant, requireSelection, runTaskOnSelections } from "../runTaskOnSelections.ts";
import { readSettings } from "../settings.ts";
import { readOwnStyles } from "../styleSettings.ts";

/** Rewrite Selection…: in the style that was asked for, or by the user's own instruction. */
export function createRewrite(assistant: Assistant): CommandHandler {
  return async (argument) => {
    const { apply, from, ...given } = parseArguments(argument);
    requireSelection();
    const uri = vscode.window.activeTextEditor?.document.uri;
    const picked = namedStyle(given) ?? (await pickStyle(readOwnStyles(uri)));
    const settings = readSettings(uri);
    await runTaskOnSelections(assistant, {
      task: {
        kind: "rewrite",
        ...picked,
        ...(from && { language: baseLanguage(from) }),
      },
      apply: apply ?? settings.applyMode,
    });
  };
}

/** The style that the caller named; words alone are a style as well. Throws `invalidArguments`. */
function namedStyle({ style, instruction }: CommandArguments): PickedStyle | undefined {
  if (!style) return instruction === undefined ? undefined : { style: "custom", instruction };
  // Who calls with arguments can't be asked: a keybinding that forgot the instruction should hear of it.
  if (style === "custom" && instruction === undefined)
    throw new AssistantError("invalidArguments", { reason: "instruction: needed with the style custom" });
  return { style, ...(instruction && { instruction }) };
}
