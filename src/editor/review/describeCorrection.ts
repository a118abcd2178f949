import * as vscode from "vscode";
import type { CorrectionKind } from "../../core/writing/corrections/kindOfCorrection.ts";
import type { PlacedCorrection } from "./correctionList.ts";

/** What a correction changes, on one line: `enfant → enfants`. */
export function correctionLabel({ before, after, kind }: PlacedCorrection): string {
  // Where blanks are what was changed, they have to be seen.
  const blank = kind === "spacing" ? "␣" : " ";
  const show = (text: string) => shorten(text.replace(/\s/gu, blank)) || "∅";
  return vscode.l10n.t("{0} → {1}", show(before), show(after));
}

/** What a correction mends, as far as the two wordings tell. */
export function correctionKindTitle(kind: CorrectionKind): string {
  const titles: Record<CorrectionKind, string> = {
    punctuation: vscode.l10n.t("Punctuation"),
    spacing: vscode.l10n.t("Spacing"),
    capitals: vscode.l10n.t("Capital letters"),
    spelling: vscode.l10n.t("Spelling"),
    ending: vscode.l10n.t("Ending or agreement"),
    word: vscode.l10n.t("Small word"),
    wording: vscode.l10n.t("Wording"),
  };
  return titles[kind];
}

const LONGEST = 60;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
