import type { Literal } from "../markdown/collectLiterals.ts";
import type { DocumentContexts } from "../markdown/markdownContext.ts";
import { readMarkdown } from "../markdown/readMarkdown.ts";
import { contextOf } from "./recallSegment.ts";
import { type Inset, type Segment, splice } from "./segment.ts";

export interface FillOptions {
  readonly segment: Segment;
  /** The outer segment's translation, which has the inner ones in their source's words. */
  readonly answer: string;
  readonly fills: readonly (Inset & { readonly text: string })[];
  readonly markdown: DocumentContexts | undefined;
}

/** Puts the translations of what stands within a segment, such as a link's title, into the translation of the segment. */
export function fillInsets({ segment, answer, fills, markdown }: FillOptions): string {
  const context = markdown && contextOf(segment, markdown);
  const originals = readMarkdown(segment.text, context).literals;
  const rest = [...readMarkdown(answer, context).literals];
  const placements = originals.flatMap((original) => {
    const { start, end } = original;
    const at = rest.findIndex((literal) => isSame(literal, original));
    const [place] = at < 0 ? [] : rest.splice(at, 1);
    const inside = fills.filter((fill) => fill.start >= start && fill.end <= end);
    if (!place || inside.length === 0) return [];
    const moved = inside.map((fill) => ({
      range: { start: fill.start - start, end: fill.end - start },
      text: fill.text,
    }));
    return [{ range: place, text: splice(segment.text.slice(start, end), moved).text }];
  });
  return splice(
    answer,
    placements.toSorted((a, b) => a.range.start - b.range.start),
  ).text;
}

function isSame(one: Literal, other: Literal): boolean {
  return one.kind === other.kind && one.value === other.value;
}
