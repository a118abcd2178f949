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
  const t = vscode.l10n.t;
  const titles: Record<Style, string> = {
    clearer: t("Clearer"),
    shorter: t("Shorter"),
    longer: t("Longer"),
    formal: t("Formal"),
    informal: t("Informal"),
    neutral: t("Neutral"),
    plain: t("Plain language"),
    friendly: t("Friendly"),
    web: t("For the web"),
    executive: t("For decision-makers"),
    custom: t("Own instruction…"),
  };
  return titles[style];
}

function styleDetail(style: Style): string {
  const t = vscode.l10n.t;
  const details: Record<Style, string> = {
    clearer: t("The same content, easier to follow"),
    shorter: t("Fewer words, nothing important lost"),
    longer: t("Fuller sentences, nothing invented"),
    formal: t("For official letters and documents"),
    informal: t("As one would write to a colleague"),
    neutral: t("Factual, without judgement"),
    plain: t("Short sentences and everyday words, for every reader"),
    friendly: t("Warm and polite"),
    web: t("Short paragraphs, the main thing first"),
    executive: t("What to know and what to decide, first"),
    custom: t("Say it in your own words"),
  };
  return details[style];
}
