import * as vscode from "vscode";
import type { PlacedCorrection } from "./correctionList.ts";
import { correctionKindTitle, correctionLabel } from "./describeCorrection.ts";
import type { Review } from "./review.ts";

interface CorrectionItem extends vscode.QuickPickItem {
  readonly correction: PlacedCorrection;
}

/** Characters of the text that are shown before and behind a correction. */
const CONTEXT = 40;

/** Asks which corrections to keep; gives the others back. `undefined` if the user left it as it was. */
export async function pickRejected(review: Review): Promise<ReadonlySet<PlacedCorrection> | undefined> {
  const all = review.corrections?.all ?? [];
  const items = all.map((correction): CorrectionItem => {
    const source = review.target.sources[correction.selection] ?? "";
    return {
      label: correctionLabel(correction),
      description: correctionKindTitle(correction.kind),
      detail: contextOf(source, correction),
      picked: !correction.isRejected,
      correction,
    };
  });
  const kept = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Corrections to keep"),
    placeHolder: vscode.l10n.t("Take out the tick of those that you don't want"),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!kept) return undefined;
  const isKept = new Set(kept.map(({ correction }) => correction));
  return new Set(all.filter((correction) => !isKept.has(correction)));
}

function contextOf(source: string, { start, end }: PlacedCorrection): string {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(source.length, end + CONTEXT);
  const text = source.slice(from, to).replace(/\s+/gu, " ").trim();
  return `${from > 0 ? "…" : ""}${text}${to < source.length ? "…" : ""}`;
}
