/**
 * A text that grows, in blocks: what is whole isn't laid out again when something is added behind it. The blocks,
 * joined by line ends, are the text, but for a line end put into a line that is longer than any reader's.
 */
export interface Stream {
  /** Blocks that are whole, so many together: each of these lists stays the same object. */
  readonly pages: readonly (readonly string[])[];
  /** The blocks behind them. */
  readonly blocks: readonly string[];
  /** UTF-16 units received. */
  readonly length: number;
}

export const EMPTY_STREAM: Stream = { pages: [], blocks: [], length: 0 };

/** A line is put into blocks of about this length, broken at a blank. */
const LONGEST_BLOCK = 1500;
const BLOCKS_OF_A_PAGE = 32;

export function appendToStream({ pages, blocks, length }: Stream, text: string): Stream {
  const last = blocks.at(-1) ?? "";
  const lines = (last + text.replaceAll("\r", "")).split("\n");
  const all = [...blocks.slice(0, -1), ...lines.flatMap(breakLine)];
  const full: string[][] = [];
  while (all.length > BLOCKS_OF_A_PAGE) full.push(all.splice(0, BLOCKS_OF_A_PAGE));
  return { pages: full.length > 0 ? [...pages, ...full] : pages, blocks: all, length: length + text.length };
}

function breakLine(line: string): readonly string[] {
  const blocks: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_BLOCK) {
    const blank = rest.lastIndexOf(" ", LONGEST_BLOCK);
    const at = blank > LONGEST_BLOCK / 2 ? blank + 1 : endOfCharacter(rest, LONGEST_BLOCK);
    blocks.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...blocks, rest];
}

/** A pair of surrogates stays together. */
function endOfCharacter(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}
