import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import { getLanguage, type Locale, listLanguages } from "../core/languages.ts";

interface LanguageItem extends vscode.QuickPickItem {
  readonly code?: Locale;
}

/** Asks for one of the 24: by endonym, the English name beside it, the recently used first. Throws `cancelled`. */
export async function pickLanguage(title: string, recent: readonly Locale[]): Promise<Locale> {
  const picked = await show(title, languageItems(recent));
  if (!picked.code) throw new AssistantError("cancelled");
  return picked.code;
}

/** The same with the text's own language at the top, which is `undefined`. Throws `cancelled`. */
export async function pickSummaryLanguage(recent: readonly Locale[]): Promise<Locale | undefined> {
  const own: LanguageItem = { label: vscode.l10n.t("The language of the text") };
  return (await show(vscode.l10n.t("Language of the summary"), [own, ...languageItems(recent)])).code;
}

/** Asks for one or several of them; Enter without a choice takes the language in focus. Throws `cancelled`. */
export async function pickLanguages(title: string, recent: readonly Locale[]): Promise<readonly Locale[]> {
  const picker = vscode.window.createQuickPick<LanguageItem>();
  picker.title = title;
  picker.placeholder = vscode.l10n.t("One or several languages: type the name, in itself or in English");
  picker.matchOnDescription = true;
  picker.canSelectMany = true;
  picker.items = languageItems(recent);
  const accepted = await new Promise<readonly LanguageItem[]>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems.length > 0 ? picker.selectedItems : picker.activeItems);
      picker.hide();
    });
    picker.onDidHide(() => resolve([]));
    picker.show();
  });
  picker.dispose();
  const codes = accepted.flatMap(({ code }) => code ?? []);
  if (codes.length === 0) throw new AssistantError("cancelled");
  return codes;
}

async function show(title: string, items: readonly LanguageItem[]): Promise<LanguageItem> {
  const placeHolder = vscode.l10n.t("Type the language's name, in itself or in English");
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  if (!picked) throw new AssistantError("cancelled");
  return picked;
}

function languageItems(recent: readonly Locale[]): readonly LanguageItem[] {
  const items = listLanguages(recent).map(({ code, endonym, englishName }) => ({
    label: endonym,
    description: `${englishName} · ${code}`,
    code,
  }));
  if (recent.length === 0) return items;
  return [
    separator(vscode.l10n.t("recently used")),
    ...items.slice(0, recent.length),
    separator(vscode.l10n.t("all languages")),
    ...items.slice(recent.length),
  ];
}

function separator(label: string): LanguageItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** The language as it stands in titles. */
export function languageTitle(code: Locale): string {
  return getLanguage(code).endonym;
}
