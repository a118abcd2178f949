/** Deeper than anyone nests links, and more runs of backticks of unlike lengths than anyone needs. */
const DEEPEST = 64;
const MOST_RUNS = 64;

/**
 * Whether a text is made of so many open brackets or backticks that a parser, which looks for the end of each, would
 * take minutes for it. No one writes such a text; a hostile answer may be one.
 */
export function isTangled(text: string): boolean {
  return text.split(/\n[ \t]*\n/u).some((block) => deepestBracket(block) > DEEPEST || countRuns(block) > MOST_RUNS);
}

function deepestBracket(block: string): number {
  let depth = 0;
  let deepest = 0;
  for (const { 0: bracket } of block.matchAll(/[[\]]/gu)) {
    depth = bracket === "[" ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function countRuns(block: string): number {
  return new Set(Array.from(block.matchAll(/`+/gu), ({ 0: run }) => run.length)).size;
}
