import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { STYLES, type Style } from "../core/writing/task.ts";

/** Asks how to rewrite. Throws `cancelled`. */
export async function pickStyle(): Promise<Style> {
  const items = STYLES.map((style) => ({ label: styleTitle(style), detail: styleDetail(style), style }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Rewrite the selection"),
    placeHolder: vscode.l10n.t("Choose a style"),
    matchOnDetail: true,
  });
  if (!picked) throw new AssistantError("cancelled");
  return picked.style;
}

/** Asks for the user's own instruction. Throws `cancelled`. */
export async function askInstruction(): Promise<string> {
  const instruction = await vscode.window.showInputBox({
    title: vscode.l10n.t("Rewrite the selection"),
    prompt: vscode.l10n.t("Say what should be done with the text, in any language"),
    placeHolder: vscode.l10n.t("for example: for readers of twelve years"),
    validateInput: (value) => (value.length > 4000 ? vscode.l10n.t("At most 4,000 characters") : undefined),
  });
  if (!instruction?.trim()) throw new AssistantError("cancelled");
  return instruction.trim();
}

export function styleTitle(style: Style): string {
  const titles: Record<Style, string> = {
    clearer: vscode.l10n.t("Clearer"),
    shorter: vscode.l10n.t("Shorter"),
    longer: vscode.l10n.t("Longer"),
    formal: vscode.l10n.t("Formal"),
    informal: vscode.l10n.t("Informal"),
    neutral: vscode.l10n.t("Neutral"),
    plain: vscode.l10n.t("Plain language"),
    friendly: vscode.l10n.t("Friendly"),
    web: vscode.l10n.t("For the web"),
    executive: vscode.l10n.t("For decision-makers"),
    custom: vscode.l10n.t("Own instruction…"),
  };
  return titles[style];
}

function styleDetail(style: Style): string {
  const details: Record<Style, string> = {
    clearer: vscode.l10n.t("The same content, easier to follow"),
    shorter: vscode.l10n.t("Fewer words, nothing important lost"),
    longer: vscode.l10n.t("Fuller sentences, nothing invented"),
    formal: vscode.l10n.t("For official letters and documents"),
    informal: vscode.l10n.t("As one would write to a colleague"),
    neutral: vscode.l10n.t("Factual, without judgement"),
    plain: vscode.l10n.t("Short sentences and everyday words, for every reader"),
    friendly: vscode.l10n.t("Warm and polite"),
    web: vscode.l10n.t("Short paragraphs, the main thing first"),
    executive: vscode.l10n.t("What to know and what to decide, first"),
    custom: vscode.l10n.t("Say it in your own words"),
  };
  return details[style];
}
