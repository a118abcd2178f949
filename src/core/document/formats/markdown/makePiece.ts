import type { MarkdownContext } from "../../../markdown/markdownContext.ts";
import { parseMarkdown } from "../../../markdown/parseMarkdown.ts";
import type { MarkdownPiece } from "../../../markdown/parsePieces.ts";
import { hashNumber } from "../../../memory/hashText.ts";
import type { OffsetRange } from "../../../trackRange.ts";
import type { DocumentPiece } from "../../documentReading.ts";
import { listStructure } from "./listStructure.ts";

interface PieceOptions {
  readonly markdown: MarkdownContext;
  readonly segments: OffsetRange;
}

/** A piece that knows the structure it had: as hashes, for the structure of a large document is large. */
export function makePiece(
  source: string,
  { start, end, nodes }: MarkdownPiece,
  { markdown, segments }: PieceOptions,
): DocumentPiece {
  const before = Float64Array.from(listStructure(source, nodes), ({ text }) => hashNumber(text));
  return {
    range: { start, end },
    segments,
    findDamage: (output) => {
      const after = listStructure(output, parseMarkdown(output, markdown));
      const index = after.findIndex(({ text }, at) => hashNumber(text) !== before[at]);
      const damaged = after[index];
      if (damaged) return { start: damaged.start, end: damaged.end };
      return after.length === before.length ? undefined : { start: output.length, end: output.length };
    },
  };
}
