import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { baseLanguage, type Locale } from "../core/languages.ts";
import type { DetectLanguage } from "../core/writing/languageDetector.ts";
import { COMMANDS } from "./contributions.ts";
import { languageTitle } from "./pickLanguage.ts";

export interface TargetCheck {
  readonly sources: readonly string[];
  readonly to: Locale;
  readonly detectLanguage: DetectLanguage;
  /** Whether the user is there to answer: a caller that named the language is told, and not asked. */
  readonly isAsked: boolean;
}

/**
 * Warns where all that is to be translated is in the target language already, and offers to correct it instead. A
 * variant such as pt-PT may be wanted for a text in another one. Throws `cancelled` where the user doesn't go on.
 */
export async function warnIfAlreadyIn({ sources, to, detectLanguage, isAsked }: TargetCheck): Promise<void> {
  const texts = sources.filter((text) => text.trim() !== "");
  const languages = await Promise.all(texts.map((text) => detectLanguage(text)));
  if (to !== baseLanguage(to) || languages.some((language) => language !== to)) return;
  const message = vscode.l10n.t("The selection is in {0} already.", languageTitle(to));
  const correct = vscode.l10n.t("Correct Instead");
  const goOn = vscode.l10n.t("Translate Anyway");
  if (!isAsked) {
    void vscode.window.showWarningMessage(message, correct).then((choice) => {
      if (choice === correct) void vscode.commands.executeCommand(COMMANDS.correct);
    });
    return;
  }
  const choice = await vscode.window.showWarningMessage(message, correct, goOn);
  if (choice === goOn) return;
  if (choice === correct) void vscode.commands.executeCommand(COMMANDS.correct);
  throw new AssistantError("cancelled");
}
