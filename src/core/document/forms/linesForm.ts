import { isHazard, startOf } from "./lineHazards.ts";
import { placeBreaks } from "./placeBreaks.ts";

/** Prose whose line breaks were taken off. */
export interface LinesForm {
  readonly kind: "lines";
  /** UTF-16 length of the text that goes out. */
  readonly length: number;
  /** Where in the text a blank stands for a line break, and the break with all that belongs to it: ` \n> `. */
  readonly breaks: readonly LineBreak[];
  /** What stands for each line feed of the text, the end of a line that has to be one: `  \n> `. */
  readonly hardBreaks: readonly string[];
  /** Where the source fills its lines: to so many UTF-16 units. Else its breaks are where its author set them. */
  readonly width: number | undefined;
  /** How lines of the source begin, which would be no safe beginnings elsewhere. */
  readonly starts: readonly string[];
  /** A cell of a table ends at a bar. */
  readonly place: "block" | "cell";
}

export interface LineBreak {
  readonly at: number;
  readonly raw: string;
}

export interface ReadLinesOptions {
  /** How many `>` can stand at the beginning of a line. */
  readonly quoteDepth: number;
  /** Where line breaks that are kept begin. UTF-16 offsets in the raw text. */
  readonly hardBreaks?: ReadonlySet<number>;
  readonly place?: "block" | "cell";
}

const ONE_LINE = { kind: "lines", length: 0, breaks: [], hardBreaks: [], width: undefined, starts: [] } as const;
const ON_ONE_LINE = { block: { ...ONE_LINE, place: "block" }, cell: { ...ONE_LINE, place: "cell" } } as const;

/** Takes the line breaks off, and what the containers put at the beginning of each line. */
export function readLines(
  raw: string,
  { quoteDepth, hardBreaks, place = "block" }: ReadLinesOptions,
): { readonly text: string; readonly form: LinesForm } {
  const breaks: LineBreak[] = [];
  const hard: string[] = [];
  const pieces: string[] = [];
  let length = 0;
  let at = 0;
  for (const { 0: found, index } of raw.matchAll(breakPattern(quoteDepth))) {
    const isHard = hardBreaks?.has(index) ?? false;
    pieces.push(raw.slice(at, index), isHard ? "\n" : " ");
    length += index - at + 1;
    at = index + found.length;
    if (isHard) {
      hard.push(found);
      continue;
    }
    breaks.push({ at: length - 1, raw: found });
  }
  pieces.push(raw.slice(at));
  length += raw.length - at;
  const text = pieces.join("");
  // Most segments stand on one line: a large document holds one form for all of them.
  if (breaks.length + hard.length === 0) return { text: raw, form: ON_ONE_LINE[place] };
  const starts = hazardsAt(breaks, text);
  const form = { kind: "lines", length, breaks, hardBreaks: hard, width: undefined, starts, place } as const;
  return { text, form: { ...form, width: filledWidth(form, text) } };
}

/** In the joined text, as `placeBreaks` looks at it: there a line that is joined to the next may be a hazard. */
function hazardsAt(breaks: readonly LineBreak[], text: string): readonly string[] {
  const rests = breaks.map(({ at }) => text.slice(at + 1, at + 81));
  return rests.filter(isHazard).map(startOf);
}

/** The text, broken into lines again. */
export function writeLines(form: LinesForm, text: string): string {
  const ends = form.hardBreaks.length > 0 ? /\n/gu : undefined;
  const line = form.place === "cell" ? escapeBars(joinLines(text, ends)) : joinLines(text, ends);
  const places = placeBreaks(form, line);
  const pieces: string[] = [];
  let at = 0;
  let hard = 0;
  const put = (piece: string) => {
    for (const [index, part] of piece.split("\n").entries()) {
      if (index > 0) pieces.push(form.hardBreaks[hard++] ?? form.hardBreaks.at(-1) ?? " ");
      pieces.push(part);
    }
  };
  for (const [index, place] of places.entries()) {
    put(line.slice(at, place));
    pieces.push((form.breaks[index] ?? form.breaks.at(-1))?.raw ?? " ");
    at = place + 1;
  }
  put(line.slice(at));
  return pieces.join("");
}

/** A line break that no one asked for is a blank; one that the source has stays. */
function joinLines(text: string, kept: RegExp | undefined): string {
  return kept ? text : text.replace(/[ \t]*\n[ \t]*/gu, " ");
}

function escapeBars(text: string): string {
  return text.replace(/\\[\s\S]|\|/gu, (found) => (found === "|" ? "\\|" : found));
}

function breakPattern(quoteDepth: number): RegExp {
  return new RegExp(`[ \\t]*(?:\\r\\n|\\r|\\n)[ \\t]*(?:>[ \\t]*){0,${quoteDepth}}`, "gu");
}

/** The width to which the source fills its lines: that of its longest, if filling to it gives its breaks again. */
function filledWidth(form: LinesForm, text: string): number | undefined {
  if (form.breaks.length === 0 || form.hardBreaks.length > 0) return undefined;
  const ends = [...form.breaks.map(({ at }) => at), text.length];
  const width = ends.reduce(
    (longest, end, index) => Math.max(longest, end - (index === 0 ? 0 : (ends[index - 1] ?? 0) + 1)),
    0,
  );
  const filled = placeBreaks({ ...form, width }, text);
  const isSame = filled.length === form.breaks.length && filled.every((at, index) => at === form.breaks[index]?.at);
  return isSame ? width : undefined;
}
