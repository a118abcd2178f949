import * as vscode from "vscode";
import type { Locale } from "../../core/languages.ts";
import { type CommandArguments, parseArguments } from "../commandArguments.ts";
import { pickLanguage } from "../pickLanguage.ts";
import type { RecentLanguages } from "../recentLanguages.ts";
import type { CommandHandler } from "../runCommand.ts";
import { type Assistant, requireSelection, runTaskOnSelections, selectedTexts } from "../runTaskOnSelections.ts";
import { readSettings } from "../settings.ts";
import { warnIfAlreadyIn } from "../warnIfAlreadyIn.ts";

/** Translate Selection: into the language used last, or the setting's; asks the first time. */
export function createTranslate(assistant: Assistant, recent: RecentLanguages): CommandHandler {
  return async (argument) => {
    const given = parseArguments(argument);
    requireSelection();
    const to = given.to ?? recent.list()[0] ?? readSettings(activeUri()).targetLanguage ?? (await pickTarget(recent));
    await warnIfAlreadyIn({ ...assistant, to, sources: selectedTexts(), isAsked: given.to === undefined });
    await translate(assistant, recent, { ...given, to });
  };
}

/** Translate Selection To…: asks for the language unless the caller names it. */
export function createTranslateTo(assistant: Assistant, recent: RecentLanguages): CommandHandler {
  return async (argument) => {
    const given = parseArguments(argument);
    requireSelection();
    const to = given.to ?? (await pickTarget(recent));
    await warnIfAlreadyIn({ ...assistant, to, sources: selectedTexts(), isAsked: given.to === undefined });
    await translate(assistant, recent, { ...given, to });
  };
}

async function translate(
  assistant: Assistant,
  recent: RecentLanguages,
  { to, from, formality, apply }: CommandArguments & { readonly to: Locale },
): Promise<void> {
  const settings = readSettings(activeUri());
  // Not waited for: a choice that is slow to be stored keeps nobody from working.
  void recent.add(to);
  await runTaskOnSelections(assistant, {
    task: { kind: "translate", to, formality: formality ?? settings.formalityFor(to), ...(from && { from }) },
    apply: apply ?? settings.applyMode,
  });
}

function pickTarget(recent: RecentLanguages): Promise<Locale> {
  return pickLanguage(vscode.l10n.t("Translate the selection into"), recent.list());
}

function activeUri(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}
