import type { OffsetRange } from "../../../trackRange.ts";

export interface FrontMatter {
  readonly kind: "yaml" | "toml" | "broken";
  /** With its fences, up to the beginning of the line behind it. UTF-16 offsets. */
  readonly range: OffsetRange;
  /** What is between the fences. */
  readonly content: OffsetRange;
}

/**
 * The front matter of a document: fenced by three hyphens or plus signs from its first line on. A rule made of hyphens
 * begins none (`- - -`), and what is fenced must look like data. One that isn't closed reaches to the first blank line.
 */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const opening = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)/u.exec(text);
  const fence = opening?.[1];
  if (!opening || fence === undefined) return undefined;
  const start = opening[0].length;
  const closing = fence === "---" ? /^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/gmu : /^\+\+\+[ \t]*(?:\r\n|\r|\n|$)/gmu;
  closing.lastIndex = start;
  const end = closing.exec(text);
  const content = { start, end: end?.index ?? firstBlankLine(text, start) };
  if (!looksLikeData(text.slice(content.start, content.end))) return undefined;
  const range = { start: 0, end: end ? end.index + end[0].length : content.end };
  return { kind: end ? (fence === "---" ? "yaml" : "toml") : "broken", range, content };
}

function firstBlankLine(text: string, from: number): number {
  const blank = /(?<=\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n|$)/gu;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? text.length;
}

/**
 * Nothing at all, a key on the first line that isn't blank or a comment, or keys on most lines that aren't indented: those
 * of data that can't be read, for no rule between prose has them.
 */
function looksLikeData(content: string): boolean {
  const lines = content.split(/\r\n|\r|\n/u).filter((line) => !/^[ \t]*(?:#|$)/u.test(line));
  if (lines[0] === undefined || /^[ \t]*(?:[\p{L}\p{N}_"'.$@-][^:=]*[:=]|[{[])/u.test(lines[0])) return true;
  const outer = lines.filter((line) => /^\S/u.test(line));
  return outer.filter((line) => /^[\p{L}\p{N}_-]+:(?:\s|$)/u.test(line)).length > outer.length / 2;
}
