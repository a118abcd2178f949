import type { OffsetRange } from "../trackRange.ts";
import type { DocumentPiece, DocumentReading } from "./documentReading.ts";

import { writeSegment } from "./forms/segmentForm.ts";
import { type Placement, type Spliced, splice } from "./segment.ts";
import type { SegmentTranslation } from "./translateSegment.ts";

export interface RebuildOptions {
  readonly unchanged: "keep" | "write";
}

export interface RebuiltDocument {
  readonly text: string;
  /** With `kept` for those that were put back. */
  readonly translations: readonly SegmentTranslation[];
  /** Where each segment lies in the text. UTF-16 offsets. */
  readonly ranges: readonly OffsetRange[];
}

/** Tries to find the one translation that broke a piece, before all of its are put back. */
const MOST_PUT_BACK = 12;

/**
 * Puts the translations into the document, reads each piece again, and compares it with what it was. A translation that
 * changed more than its words is put back to its source: nothing is in the result that wasn't verified in its place.
 */
export async function rebuildDocument(
  reading: DocumentReading,
  translations: readonly SegmentTranslation[],
  options: RebuildOptions,
): Promise<RebuiltDocument> {
  const rebuilder = new Rebuilder(reading, translations, options);
  const outputs: string[] = [];
  const ranges: OffsetRange[] = [];
  let at = 0;
  for (const piece of reading.pieces) {
    const output = await rebuilder.rebuild(piece);
    for (const [segment, { start, end }] of output.ranges) ranges[segment] = { start: start + at, end: end + at };
    outputs.push(output.text);
    at += output.text.length;
  }
  return { text: outputs.join(""), translations: rebuilder.translations, ranges };
}

interface PieceOutput {
  readonly text: string;
  readonly ranges: ReadonlyMap<number, OffsetRange>;
}

class Rebuilder {
  readonly translations: SegmentTranslation[];
  readonly #reading: DocumentReading;
  readonly #options: RebuildOptions;

  constructor(reading: DocumentReading, translations: readonly SegmentTranslation[], options: RebuildOptions) {
    this.#reading = reading;
    this.#options = options;
    this.translations = [...translations];
  }

  async rebuild(piece: DocumentPiece): Promise<PieceOutput> {
    const source = this.#reading.text.slice(piece.range.start, piece.range.end);
    const outer = this.#outerSegments(piece);
    for (let tries = 0; ; tries += 1) {
      const spliced = await this.#splice(piece, outer);
      const damage = spliced.text === source ? undefined : piece.findDamage(spliced.text);
      if (!damage) return { text: spliced.text, ranges: this.#rangesOf(outer, spliced) };
      const changed = outer.filter((segment) => this.#isChanged(segment));
      const culprit = findCulprit(changed, outer, { spliced, damage });
      for (const segment of culprit === undefined || tries >= MOST_PUT_BACK ? outer : [culprit]) this.#putBack(segment);
    }
  }

  /** Those that stand in no other, in the order in which they stand. */
  #outerSegments({ segments: { start, end } }: DocumentPiece): readonly number[] {
    const { segments } = this.#reading;
    const all = Array.from({ length: end - start }, (_, index) => start + index);
    const inner = new Set(all.flatMap((index) => (segments[index]?.insets ?? []).map(({ segment }) => segment)));
    const startOf = (index: number) => segments[index]?.range.start ?? 0;
    return all.filter((index) => !inner.has(index)).toSorted((a, b) => startOf(a) - startOf(b));
  }

  async #splice({ range }: DocumentPiece, outer: readonly number[]): Promise<Spliced> {
    const placements: Placement[] = [];
    for (const index of outer) {
      const segment = this.#reading.segments[index];
      if (!segment) continue;
      const { start, end } = segment.range;
      placements.push({
        range: { start: start - range.start, end: end - range.start },
        text: await this.#write(index),
      });
    }
    return splice(this.#reading.text.slice(range.start, range.end), placements);
  }

  async #write(index: number): Promise<string> {
    const { text, segments } = this.#reading;
    const segment = segments[index];
    if (!segment) return "";
    if (!this.#isChanged(index) && this.#options.unchanged === "keep")
      return text.slice(segment.range.start, segment.range.end);
    const answer = this.translations[index]?.text ?? segment.text;
    const insets = segment.insets ?? [];
    const isFilled = insets.some((inset) => this.#isChanged(inset.segment));
    if (!isFilled) return writeSegment(segment.form, answer);
    const fills = insets.map((inset) => ({ ...inset, text: this.#writeInner(inset.segment) }));
    const { fillInsets } = await import("./fillInsets.ts");
    return writeSegment(segment.form, fillInsets({ segment, answer, fills, markdown: this.#reading.markdown }));
  }

  #writeInner(index: number): string {
    const segment = this.#reading.segments[index];
    return segment ? writeSegment(segment.form, this.translations[index]?.text ?? segment.text) : "";
  }

  #isChanged(index: number): boolean {
    const segment = this.#reading.segments[index];
    const translation = this.translations[index];
    if (!segment || !translation) return false;
    return translation.text !== segment.text || (segment.insets ?? []).some((inset) => this.#isChanged(inset.segment));
  }

  #putBack(index: number): void {
    const segment = this.#reading.segments[index];
    const translation = this.translations[index];
    for (const inset of segment?.insets ?? []) this.#putBack(inset.segment);
    if (!segment || !translation || translation.text === segment.text) return;
    this.translations[index] = {
      text: segment.text,
      outcome: "kept",
      findings: [{ kind: "blocks" }],
      rejected: translation.text,
    };
  }

  /** One within another is shown where the other is. */
  #rangesOf(outer: readonly number[], { ranges }: Spliced): ReadonlyMap<number, OffsetRange> {
    return new Map(
      outer.flatMap((segment, at) => {
        const range = ranges[at] ?? { start: 0, end: 0 };
        const inner = (this.#reading.segments[segment]?.insets ?? []).map((inset) => [inset.segment, range] as const);
        return [[segment, range] as const, ...inner];
      }),
    );
  }
}

/** The translation within the damaged block, or the last one before it, which may have swallowed its beginning. */
function findCulprit(
  changed: readonly number[],
  outer: readonly number[],
  { spliced, damage }: { readonly spliced: Spliced; readonly damage: OffsetRange },
): number | undefined {
  const rangeOf = (segment: number) => spliced.ranges[outer.indexOf(segment)] ?? { start: 0, end: 0 };
  const inside = changed.find((segment) => rangeOf(segment).start < damage.end && rangeOf(segment).end > damage.start);
  return inside ?? changed.findLast((segment) => rangeOf(segment).start <= damage.start) ?? changed[0];
}
