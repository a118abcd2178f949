/** Deeper than anyone nests links, more runs of backticks of unlike lengths than anyone needs, and more brackets. */
const DEEPEST = 64;
const MOST_RUNS = 64;
const MOST_BRACKETS = 5000;
/** More marks of lists than anyone begins a line with: at each, all of the line is looked at for a thematic break. */
const LISTS_IN_A_LINE = /^[ \t]*(?:[-*+][ \t]+){100}/mu;
/** A blank line, or an item of a list: what stands before it is looked at by itself. */
const BORDER = /\n(?=[ \t]*(?:\n|[-*+][ \t]))/u;

/**
 * Whether a text is made of so many open brackets, backticks or lists in one line that a parser, which looks for the end
 * of each, would take minutes for it. No one writes such a text; a hostile answer may be one.
 */
export function isTangled(text: string): boolean {
  return LISTS_IN_A_LINE.test(text) || text.split(BORDER).some((block) => hasTangle(block));
}

function hasTangle(block: string): boolean {
  return hasTooManyBrackets(block) || countRuns(block) > MOST_RUNS;
}

function hasTooManyBrackets(block: string): boolean {
  let depth = 0;
  let count = 0;
  for (const { 0: bracket } of block.matchAll(/[[\]]/gu)) {
    depth = bracket === "[" ? depth + 1 : Math.max(0, depth - 1);
    count += 1;
    if (depth > DEEPEST || count > MOST_BRACKETS) return true;
  }
  return false;
}

function countRuns(block: string): number {
  return new Set(Array.from(block.matchAll(/`+/gu), ({ 0: run }) => run.length)).size;
}
