import { type CorrectionView, MOST_CORRECTIONS } from "../../protocol.ts";
import type { CorrectionList, PlacedCorrection } from "../review/correctionList.ts";
import { correctionKindTitle } from "../review/describeCorrection.ts";

/** Characters of the text that are shown before and behind a correction. */
const CONTEXT = 24;

/** The corrections of a try as the page lists them; none where there are too many to go through. */
export function viewCorrections({ all }: CorrectionList, sources: readonly string[]): CorrectionView[] {
  return all.length > MOST_CORRECTIONS ? [] : all.map((one) => viewCorrection(one, sources[one.selection] ?? ""));
}

function viewCorrection({ start, end, before, after, kind, isRejected }: PlacedCorrection, source: string) {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(source.length, end + CONTEXT);
  return {
    title: correctionKindTitle(kind),
    // A word that is cut in two says nothing.
    lead: from === 0 ? source.slice(0, start) : source.slice(from, start).replace(/^\S*\s?/u, "…"),
    trail: to === source.length ? source.slice(end) : source.slice(end, to).replace(/\s?\S*$/u, "…"),
    before,
    after,
    isKept: !isRejected,
  };
}
