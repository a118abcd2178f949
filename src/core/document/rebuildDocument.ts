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

/** Blocks of a piece that are mended one by one, before all of it is put back; and translations tried for each. */
const MOST_ROUNDS = 12;
const MOST_SUSPECTS = 24;

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
      if (tries > MOST_ROUNDS + 1) throw new RangeError("a piece differs from itself");
      const isSound = spliced.text === source || this.#isAlike(piece, outer, spliced);
      const damage = isSound ? undefined : piece.findDamage(spliced.text);
      if (!damage) return { text: spliced.text, ranges: this.#rangesOf(outer, spliced) };
      const culprits = tries < MOST_ROUNDS ? await this.#findCulprits(piece, outer, { spliced, damage }) : outer;
      for (const segment of culprits) this.#putBack(segment);
    }
  }

  /** Whether nothing but words changed in any segment, so that the piece needn't be read again. */
  #isAlike(piece: DocumentPiece, outer: readonly number[], { text, ranges }: Spliced): boolean {
    const { text: source, segments } = this.#reading;
    return outer.every((index, at) => {
      const segment = segments[index];
      const place = ranges[at];
      if (!segment || !place) return false;
      const raw = source.slice(segment.range.start, segment.range.end);
      const output = text.slice(place.start, place.end);
      return raw === output || piece.isAlike(segment, raw, output);
    });
  }

  /**
   * The one translation in the damaged block, or right before it, without which it is sound; if there is none, all that
   * are in it; if it has none, the last one before it, which may have swallowed its beginning.
   */
  async #findCulprits(
    piece: DocumentPiece,
    outer: readonly number[],
    { spliced, damage }: Damage,
  ): Promise<readonly number[]> {
    const rangeOf = new Map(outer.map((segment, at) => [segment, spliced.ranges[at] ?? piece.range]));
    const changed = outer.filter((segment) => this.#isChanged(segment));
    const isIn = (segment: number) => {
      const { start = 0, end = 0 } = rangeOf.get(segment) ?? {};
      return start < damage.end && end > damage.start;
    };
    const before = changed.findLast((segment) => (rangeOf.get(segment)?.end ?? 0) <= damage.start);
    const inside = changed.filter(isIn);
    const suspects = before === undefined ? inside : [...inside, before];
    for (const suspect of suspects.length > 1 ? suspects.slice(0, MOST_SUSPECTS) : []) {
      const left = piece.findDamage((await this.#splice(piece, outer, suspect)).text);
      if (!left || left.start > damage.end) return [suspect];
    }
    if (inside.length > 0) return inside;
    return before === undefined ? outer : [before];
  }

  /** Those that stand in no other, in the order in which they stand. */
  #outerSegments({ segments: { start, end } }: DocumentPiece): readonly number[] {
    const { segments } = this.#reading;
    const all = Array.from({ length: end - start }, (_, index) => start + index);
    const inner = new Set(all.flatMap((index) => (segments[index]?.insets ?? []).map(({ segment }) => segment)));
    const startOf = (index: number) => segments[index]?.range.start ?? 0;
    return all.filter((index) => !inner.has(index)).toSorted((a, b) => startOf(a) - startOf(b));
  }

  async #splice({ range }: DocumentPiece, outer: readonly number[], without?: number): Promise<Spliced> {
    const placements: Placement[] = [];
    for (const index of outer) {
      const segment = this.#reading.segments[index];
      if (!segment) continue;
      const { start, end } = segment.range;
      placements.push({
        range: { start: start - range.start, end: end - range.start },
        text: index === without ? this.#reading.text.slice(start, end) : await this.#write(index),
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

interface Damage {
  readonly spliced: Spliced;
  /** The block that isn't what it was. */
  readonly damage: OffsetRange;
}
