import type { ReadMarkdown } from "../readMarkdown.ts";
import { coverLiterals, findInlineTexts } from "./inlineText.ts";
import type { Propose, Replacement } from "./proposal.ts";

/** Models set blanks between a mark and its words, which then isn't emphasis any more: `** Wort **`. */
export const tightenEmphasis: Propose = (source, answer) => {
  const [wanted, given] = [pairMarks(source), pairMarks(answer)];
  return ["1", "2", "3", "~"].flatMap((kind) => {
    const originals = wanted.filter((pair) => pair.kind === kind);
    const pairs = given.filter((pair) => pair.kind === kind);
    if (originals.length !== pairs.length) return [];
    return pairs.flatMap((pair, index) => {
      const original = originals[index];
      return original && isTight(original, source.text) ? tighten(pair, answer.text) : [];
    });
  });
};

/** Two runs of marks that belong together by their order, whether or not they make emphasis. UTF-16 offsets. */
interface MarkPair {
  /** How many asterisks or underscores, or `~`. */
  readonly kind: string;
  readonly open: number;
  readonly close: number;
  readonly length: number;
}

/** An underscore between letters is one of a name's. */
const MARKS = /\*+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])|~+/gu;

function pairMarks(markdown: ReadMarkdown): readonly MarkPair[] {
  const covered = coverLiterals(markdown);
  return findInlineTexts(markdown).flatMap(({ start, end }) => {
    const waiting = new Map<string, number>();
    return [...covered.slice(start, end).matchAll(MARKS)].flatMap(({ 0: mark, index }): readonly MarkPair[] => {
      if (mark.length > 3) return [];
      const open = waiting.get(mark);
      if (open === undefined) waiting.set(mark, start + index);
      else waiting.delete(mark);
      if (open === undefined) return [];
      const kind = mark.startsWith("~") ? "~" : String(mark.length);
      return [{ kind, open, close: start + index, length: mark.length }];
    });
  });
}

const BLANK = /[ \t\u00a0\u202f]/u;

function isTight({ open, close, length }: MarkPair, text: string): boolean {
  return !BLANK.test(text.charAt(open + length)) && !BLANK.test(text.charAt(close - 1));
}

/** The blanks go outside, but for where there is one already, at the ends of a line, and beside a bracket or a stop. */
function tighten(pair: MarkPair, text: string): readonly Replacement[] {
  const { open, close, length } = pair;
  const inner = text.slice(open + length, close);
  const words = inner.trim();
  if (words === "" || isTight(pair, text)) return [];
  const mark = text.slice(open, open + length);
  const lead = inner.slice(0, inner.indexOf(words));
  const trail = inner.slice(lead.length + words.length);
  const before = /(?:^|[\s([{„“‚])$/u.test(text.slice(0, open)) ? "" : lead;
  const after = /^(?:$|[\s.,)\]}“”’…])/u.test(text.slice(close + length)) ? "" : trail;
  return [
    { start: open, end: open + length + lead.length, text: before + mark },
    { start: close - trail.length, end: close + length, text: mark + after },
  ];
}
