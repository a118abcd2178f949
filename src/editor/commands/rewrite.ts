import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { baseLanguage } from "../../core/languages.ts";
import type { Style } from "../../core/writing/task.ts";
import { parseArguments } from "../commandArguments.ts";
import { askInstruction, pickStyle } from "../pickStyle.ts";
import type { CommandHandler } from "../runCommand.ts";
import { type Assistant, requireSelection, runTaskOnSelections } from "../runTaskOnSelections.ts";
import { readSettings } from "../settings.ts";

/** Rewrite Selection…: in the style that was asked for, or by the user's own instruction. */
export function createRewrite(assistant: Assistant): CommandHandler {
  return async (argument) => {
    const { apply, from, ...given } = parseArguments(argument);
    requireSelection();
    const style = given.style ?? (given.instruction ? "custom" : await pickStyle());
    const instruction = given.instruction ?? (await instructionFor(style, argument));
    const settings = readSettings(vscode.window.activeTextEditor?.document.uri);
    await runTaskOnSelections(assistant, {
      task: {
        kind: "rewrite",
        style,
        ...(instruction && { instruction }),
        ...(from && { language: baseLanguage(from) }),
      },
      apply: apply ?? settings.applyMode,
    });
  };
}

async function instructionFor(style: Style, argument: unknown): Promise<string | undefined> {
  if (style !== "custom") return undefined;
  // Who calls with arguments can't be asked: a keybinding that forgot the instruction should hear of it.
  if (parseArguments(argument).style === "custom")
    throw new AssistantError("invalidArguments", { reason: "instruction: needed with the style custom" });
  return askInstruction();
}
