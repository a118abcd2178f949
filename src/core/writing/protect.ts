export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
}

export interface Masked {
  /** The text with `[[1]]`, `[[2]]`, … in the place of the spans. */
  readonly text: string;
  /** Puts the spans back, so that no mask is left. */
  unmask(answer: string): Unmasked;
}

export interface Unmasked {
  readonly text: string;
  /** Each mask was there, and just once. */
  readonly isWhole: boolean;
}

/**
 * Masks what a model must not touch, for the second try. A source that holds such a mark itself gets
 * numbers that don't occur in it.
 */
export function mask(source: string, spans: readonly OffsetSpan[]): Masked {
  const first = firstFreeNumber(source);
  const kept: string[] = [];
  let text = "";
  let at = 0;
  for (const { start, end } of joinLinks(source, mergeSpans(spans))) {
    text += `${source.slice(at, start)}[[${first + kept.length}]]`;
    kept.push(source.slice(start, end));
    at = end;
  }
  text += source.slice(at);
  return { text, unmask: (answer) => unmask(answer, kept, first) };
}

/** Models set marks in other widths or with blanks inside: what can only be a mark is read as one. */
const MARK = /[[［【]\s?[[［【]\s?(\d+)\s?[\]］】]\s?[\]］】]/gu;

function unmask(answer: string, kept: readonly string[], first: number): Unmasked {
  const seen = new Set<number>();
  let isWhole = true;
  const text = answer.replace(MARK, (mark, digits: string) => {
    const index = Number(digits) - first;
    const original = kept[index];
    if (original === undefined) return mark;
    if (seen.has(index)) isWhole = false;
    seen.add(index);
    return original;
  });
  return { text, isWhole: isWhole && seen.size === kept.length };
}

function firstFreeNumber(source: string): number {
  const used = [...source.matchAll(MARK)].map(([, digits]) => Number(digits));
  return Math.max(0, ...used.filter(Number.isSafeInteger)) + 1;
}

/** Those that touch are one as well: there is no word between them, and of a row of marks models lose some. */
function mergeSpans(spans: readonly OffsetSpan[]): readonly OffsetSpan[] {
  const merged: OffsetSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (span.end <= span.start) continue;
    if (!last || span.start > last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}

/**
 * A link round nothing but what is masked has no words: it is one mask. As "[[[1]]][[2]]" models lose it.
 */
function joinLinks(source: string, spans: readonly OffsetSpan[]): readonly OffsetSpan[] {
  const joined: OffsetSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isTail = last && source[last.start - 1] === "[" && source.slice(last.end, span.start) === "]";
    if (isTail && /[([]/u.test(source[span.start] ?? ""))
      joined[joined.length - 1] = { start: last.start - 1, end: span.end };
    else joined.push(span);
  }
  return joined;
}
