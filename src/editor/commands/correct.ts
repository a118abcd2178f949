import * as vscode from "vscode";
import { baseLanguage } from "../../core/languages.ts";
import { parseArguments } from "../commandArguments.ts";
import type { CommandHandler } from "../runCommand.ts";
import { type Assistant, requireSelection, runTaskOnSelections } from "../runTaskOnSelections.ts";
import { readSettings } from "../settings.ts";

/** Correct Selection: spelling, grammar and punctuation, in the text's own language, with the smallest change. */
export function createCorrect(assistant: Assistant): CommandHandler {
  return async (argument) => {
    const { apply, from } = parseArguments(argument);
    requireSelection();
    const settings = readSettings(vscode.window.activeTextEditor?.document.uri);
    await runTaskOnSelections(assistant, {
      task: { kind: "correct", ...(from && { language: baseLanguage(from) }) },
      apply: apply ?? settings.applyMode,
    });
  };
}
