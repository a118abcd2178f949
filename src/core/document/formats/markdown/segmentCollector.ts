import type { OffsetRange } from "../../../trackRange.ts";
import type { UnreadPlace } from "../../documentReading.ts";
import type { QuotedForm } from "../../forms/quotedForm.ts";
import type { YamlForm } from "../../forms/yamlForm.ts";
import { makeSegment, offsetInText, type SegmentPlan } from "../../makeSegment.ts";
import type { Inset, Segment, SegmentKind } from "../../segment.ts";

export interface Inner {
  readonly range: OffsetRange;
  readonly kind: SegmentKind;
  readonly quoted: QuotedForm;
}

/** Between a mark and what it marks. */
const MOST_BLANKS = 200;

/** Gathers the segments of a document in their order, each with the headings that it stands under. */
export class SegmentCollector {
  readonly source: string;
  /** Tokens that a segment should have at the most, by the estimate. */
  readonly mostTokens: number | undefined;
  readonly segments: Segment[] = [];
  readonly unread: UnreadPlace[] = [];
  #headings: readonly string[] = [];

  constructor(source: string, mostTokens?: number) {
    this.source = source;
    this.mostTokens = mostTokens;
  }

  add(plan: Omit<SegmentPlan, "headings">, inner: readonly Inner[] = []): Segment {
    const segment = makeSegment(this.source, { ...plan, headings: this.#headings });
    const index = this.segments.length;
    const insets = inner.map(
      ({ range }, at): Inset => ({
        segment: index + 1 + at,
        start: offsetInText(segment, range.start),
        end: offsetInText(segment, range.end),
      }),
    );
    const more = {
      ...(insets.length > 0 && { insets }),
      ...(this.#beginsLine(segment) && { beginsLine: true as const }),
    };
    this.segments.push(Object.keys(more).length > 0 ? { ...segment, ...more } : segment);
    for (const one of inner) this.addInner(one);
    return segment;
  }

  /** A value between marks, that stands in no other segment. */
  addInner({ range, kind, quoted }: Inner): void {
    this.segments.push(makeSegment(this.source, { range, kind, quoted, headings: this.#headings }));
  }

  /** A value of front matter, which goes out without its quotes. */
  addValue(range: OffsetRange, text: string, form: YamlForm): void {
    this.segments.push({ range, text, kind: "frontMatter", headings: [], form });
  }

  /** An underlined heading has no mark before it, and the first cell of a row needs none. */
  #beginsLine({ kind, range }: Segment): boolean {
    if (kind !== "heading" && kind !== "cell") return false;
    const before = this.source.slice(Math.max(0, range.start - MOST_BLANKS), range.start);
    return !(kind === "heading" ? /#[ \t]*$/u : /\|[ \t]*$/u).test(before);
  }

  /** What follows on another place of its kind, with no segment in between, is one with it. */
  addUnread(kind: UnreadPlace["kind"], { start, end }: OffsetRange): void {
    const last = this.unread.at(-1);
    const isNext = last?.kind === kind && (this.segments.at(-1)?.range.start ?? 0) < last.range.start;
    if (isNext) this.unread.pop();
    this.unread.push({ kind, range: { start: isNext ? last.range.start : start, end } });
  }

  enterHeading(depth: number, text: string): void {
    this.#headings = [...this.#headings.slice(0, depth - 1), text];
  }
}
