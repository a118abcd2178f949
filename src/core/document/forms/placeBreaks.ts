import { isHazard, startOf } from "./lineHazards.ts";
import type { LinesForm } from "./linesForm.ts";

/** How far from its place a break may move, and what it costs to leave a line that ends with a stop. UTF-16 units. */
const REACH = 120;
const NO_STOP = 12;

type Layout = Pick<LinesForm, "length" | "breaks" | "width" | "starts">;

/** At which blanks of the text to break the line, in order. For the source's own text it gives the source's breaks. */
export function placeBreaks(layout: Layout, text: string): readonly number[] {
  if (layout.breaks.length === 0) return [];
  return layout.width === undefined ? keepProportions(layout, text) : fill(text, layout.width, layout);
}

function fill(text: string, width: number, layout: Layout): readonly number[] {
  const places: number[] = [];
  let start = 0;
  let last: number | undefined;
  for (const at of blanks(text)) {
    if (at - start > width && last !== undefined) {
      places.push(last);
      start = last + 1;
      last = undefined;
    }
    if (canBreak(text, at, layout)) last = at;
  }
  if (text.length - start > width && last !== undefined) places.push(last);
  return places;
}

/** Each break at the same share of the text as in the source, where there is a blank near by, and after a stop if it was. */
function keepProportions(layout: Layout, text: string): readonly number[] {
  const ratio = layout.length === 0 ? 1 : text.length / layout.length;
  const places: number[] = [];
  for (const [index, { at }] of layout.breaks.entries()) {
    const wanted = at * ratio;
    const next = (layout.breaks[index + 1]?.at ?? layout.length) * ratio;
    const reach = { from: Math.max((places.at(-1) ?? -1) + 1, wanted - REACH), to: Math.min(wanted + REACH, next) };
    const best = nearest(text, { wanted, ...reach }, layout);
    if (best !== undefined) places.push(best);
  }
  return places;
}

interface Search {
  readonly wanted: number;
  readonly from: number;
  readonly to: number;
}

function nearest(text: string, { wanted, from, to }: Search, layout: Layout): number | undefined {
  let best: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = Math.ceil(from); at <= to && at < text.length; at += 1) {
    if (text[at] !== " " || !canBreak(text, at, layout)) continue;
    const distance = Math.abs(at - wanted);
    const cost = distance < 0.001 ? 0 : distance + (/[.!?:;,…]/u.test(text.charAt(at - 1)) ? 0.5 : NO_STOP);
    if (cost < lowest) [best, lowest] = [at, cost];
  }
  return best;
}

function* blanks(text: string): Generator<number> {
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) yield at;
}

/** Not where two blanks or a backslash would make a hard break of it, nor where the next line would be a marker. */
function canBreak(text: string, at: number, { starts }: Layout): boolean {
  if (/^$|[ \t\\]/u.test(text.charAt(at - 1)) || /^$|[ \t]/u.test(text.charAt(at + 1))) return false;
  const rest = text.slice(at + 1, at + 81);
  return !isHazard(rest) || starts.includes(startOf(rest));
}
