import { applyCorrections, placesAfter } from "../../core/writing/corrections/applyCorrections.ts";
import type { Correction } from "../../core/writing/corrections/listCorrections.ts";
import type { Try } from "../tries.ts";

/** A correction of one of the run's selections. */
export interface PlacedCorrection extends Correction {
  /** Index of the selection that it is in; its offsets are those of the selection's text. */
  readonly selection: number;
  readonly isRejected: boolean;
}

/** The corrections of one try, any of which can be rejected alone. What is left of them is what is proposed. */
export class CorrectionList {
  readonly #sources: readonly string[];
  readonly all: readonly PlacedCorrection[];

  private constructor(sources: readonly string[], all: readonly PlacedCorrection[]) {
    this.#sources = sources;
    this.all = all;
  }

  /** The comparison is loaded with the first review of a correction. */
  static async of(sources: readonly string[], answer: Try): Promise<CorrectionList> {
    const { listCorrections } = await import("../../core/writing/corrections/listCorrections.ts");
    const all = answer.flatMap(({ text }, selection) =>
      listCorrections(sources[selection] ?? "", text).map((one) => ({ ...one, selection, isRejected: false })),
    );
    return new CorrectionList(sources, all);
  }

  /** The sources with what isn't rejected in them. */
  get texts(): readonly string[] {
    return this.#sources.map((source, selection) => applyCorrections(source, this.#kept(selection)));
  }

  /** The sources with this one correction in them. */
  textsWith(correction: PlacedCorrection): readonly string[] {
    return this.#sources.map((source, selection) =>
      applyCorrections(source, selection === correction.selection ? [correction] : []),
    );
  }

  /** The same list with other ones rejected. */
  rejecting(isRejected: (correction: PlacedCorrection) => boolean): CorrectionList {
    return new CorrectionList(
      this.#sources,
      this.all.map((one) => ({ ...one, isRejected: isRejected(one) })),
    );
  }

  /** What is left when this correction has been made: the others move along. */
  without(correction: PlacedCorrection): CorrectionList {
    const growth = correction.after.length - correction.before.length;
    const isBehind = (one: PlacedCorrection) => one.selection === correction.selection && one.start >= correction.end;
    const rest = this.all.filter((one) => one !== correction);
    return new CorrectionList(
      this.textsWith(correction),
      rest.map((one) => (isBehind(one) ? { ...one, start: one.start + growth, end: one.end + growth } : one)),
    );
  }

  /** The correction at a place of a selection's text: of the source, or of what is proposed. It touches the place. */
  find(selection: number, offset: number, side: "original" | "proposed"): PlacedCorrection | undefined {
    const candidates =
      side === "original" ? this.all.filter((one) => one.selection === selection) : this.#kept(selection);
    const places = side === "original" ? candidates : placesAfter(candidates);
    const at = places.findIndex(({ start, end }) => offset >= start && offset <= end);
    return candidates[at];
  }

  #kept(selection: number): readonly PlacedCorrection[] {
    return this.all.filter((one) => one.selection === selection && !one.isRejected);
  }
}
