import type { Construct, ParseContext } from "micromark-util-types";

/**
 * How far right in a line a list or a quote may begin, in columns: fifty lists in one another. The parser takes time with
 * the square of their number, and nobody nests that many for readers.
 */
export const MOST_COLUMNS = 100;

/** Has a parser look for no list, quote or other container further right in a line than that: there, they are text. */
export function limitNesting(parser: ParseContext): ParseContext {
  const { document } = parser.constructs;
  for (const [code, constructs] of Object.entries(document)) {
    Object.assign(document, { [code]: [constructs ?? []].flat().map(limit) });
  }
  return parser;
}

function limit(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return this.now().column > MOST_COLUMNS ? nok : construct.tokenize.call(this, effects, ok, nok);
    },
  };
}
