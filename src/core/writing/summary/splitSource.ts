/** A piece of a text. UTF-16 offsets. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Where a text can be taken apart, the best places first; each a border in front of what it matches. */
const BORDERS: readonly RegExp[] = [
  // A heading of Markdown, or one that is underlined.
  /^(?=#{1,6}\s)|^(?=[^\n]+\n(?:={3,}|-{3,})\s*$)/gmu,
  /(?<=\n[ \t]*\r?\n)(?=[ \t]*\S)/gu,
  /(?<=\n)(?=[ \t]*\S)/gu,
];

/**
 * Takes a text apart into pieces of at most so many UTF-16 units, as few as can be: before headings, else between
 * paragraphs, lines, sentences, words, and in the last resort between letters. Joined, the parts are the text.
 */
export function splitSource(text: string, longest: number): readonly Part[] {
  return splitAt({ start: 0, end: text.length }, 0, { text, longest: Math.max(2, longest) });
}

interface Splitting {
  readonly text: string;
  readonly longest: number;
}

function splitAt(part: Part, level: number, splitting: Splitting): readonly Part[] {
  const { text, longest } = splitting;
  if (part.end - part.start <= longest) return part.end > part.start ? [part] : [];
  if (level > BORDERS.length + 1) return cut(part, splitting);
  const pieces = piecesOf(text.slice(part.start, part.end), level).map(({ start, end }) => ({
    start: part.start + start,
    end: part.start + end,
  }));
  return gather(pieces, longest).flatMap((piece) => splitAt(piece, level + 1, splitting));
}

/** Neighbours stay together as long as they fit. */
function gather(pieces: readonly Part[], longest: number): readonly Part[] {
  const gathered: Part[] = [];
  for (const piece of pieces) {
    const last = gathered.at(-1);
    if (last && piece.end - last.start <= longest)
      gathered[gathered.length - 1] = { start: last.start, end: piece.end };
    else gathered.push(piece);
  }
  return gathered;
}

function piecesOf(text: string, level: number): readonly Part[] {
  const border = BORDERS[level];
  const starts = border
    ? [...text.matchAll(border)].map(({ index }) => index)
    : segmentStarts(text, level === BORDERS.length ? "sentence" : "word");
  const edges = [...new Set([0, ...starts, text.length])];
  return edges.slice(1).map((end, index) => ({ start: edges[index] ?? 0, end }));
}

/** The segmenter takes a time that grows faster than what it is given: lines come to it one by one. */
const LONGEST_SEGMENTED = 10_000;

function segmentStarts(text: string, granularity: "sentence" | "word"): readonly number[] {
  const segmenter = new Intl.Segmenter("en", { granularity });
  const starts: number[] = [];
  for (let from = 0; from < text.length; from += LONGEST_SEGMENTED) {
    const chunk = text.slice(from, from + LONGEST_SEGMENTED);
    for (const { index } of segmenter.segment(chunk)) if (index > 0) starts.push(from + index);
  }
  return starts;
}

/** A letter of two units isn't cut in half. */
function cut({ start, end }: Part, { text, longest }: Splitting): readonly Part[] {
  const parts: Part[] = [];
  for (let at = start; at < end; ) {
    let next = Math.min(end, at + longest);
    if (next < end && /[\ud800-\udbff]/u.test(text.charAt(next - 1))) next -= 1;
    parts.push({ start: at, end: next });
    at = next;
  }
  return parts;
}
