import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { STYLES, type Style } from "../core/writing/task.ts";
import type { OwnStyle } from "./ownStyles.ts";
import { saveOwnStyle } from "./styleSettings.ts";

/** How to rewrite, as the user chose it. */
export interface PickedStyle {
  readonly style: Style;
  readonly instruction?: string;
  /** Of a style of the user's own. */
  readonly styleName?: string;
}

interface StyleItem extends vscode.QuickPickItem {
  /** Asks on where there is more to be said. */
  readonly pick?: () => PickedStyle | Promise<PickedStyle>;
}

/** Asks how to rewrite: in one of the styles, in one of the user's own, or by words for this time. Throws `cancelled`. */
export async function pickStyle(own: readonly OwnStyle[]): Promise<PickedStyle> {
  const builtIn = STYLES.filter((style) => style !== "custom").map(
    (style): StyleItem => ({ label: styleTitle(style), detail: styleDetail(style), pick: () => ({ style }) }),
  );
  const items: readonly StyleItem[] = [
    ...builtIn,
    { label: vscode.l10n.t("your own"), kind: vscode.QuickPickItemKind.Separator },
    ...own.map(ownItem),
    { label: styleTitle("custom"), detail: styleDetail("custom"), pick: askOnce },
    {
      label: vscode.l10n.t("New Style…"),
      detail: vscode.l10n.t("Saved with its name in your settings"),
      pick: askStyle,
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Rewrite the selection"),
    placeHolder: vscode.l10n.t("Choose a style"),
    matchOnDetail: true,
  });
  if (!picked?.pick) throw new AssistantError("cancelled");
  return picked.pick();
}

function ownItem({ name, instruction }: OwnStyle): StyleItem {
  return { label: name, detail: instruction, pick: () => ({ style: "custom", instruction, styleName: name }) };
}

async function askOnce(): Promise<PickedStyle> {
  return { style: "custom", instruction: await askInstruction() };
}

async function askStyle(): Promise<PickedStyle> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t("New Style…"),
    prompt: vscode.l10n.t("What is it called?"),
    validateInput: (value) => (value.trim().length > 60 ? vscode.l10n.t("At most 60 characters") : undefined),
  });
  if (!name?.trim()) throw new AssistantError("cancelled");
  const style = { name: name.trim(), instruction: await askInstruction() };
  await saveOwnStyle(style);
  return { style: "custom", instruction: style.instruction, styleName: style.name };
}

/** Asks for the user's own instruction. Throws `cancelled`. */
async function askInstruction(): Promise<string> {
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
    genderNeutral: vscode.l10n.t("Gender-neutral"),
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
    genderNeutral: vscode.l10n.t("Names nobody's gender without need, by the language's own means"),
    plain: vscode.l10n.t("Short sentences and everyday words, for every reader"),
    friendly: vscode.l10n.t("Warm and polite"),
    web: vscode.l10n.t("Short paragraphs, the main thing first"),
    executive: vscode.l10n.t("What to know and what to decide, first"),
    custom: vscode.l10n.t("Say it in your own words"),
  };
  return details[style];
}
