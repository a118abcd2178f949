import { hasSameMarksOnLines } from "../../../markdown/hasSameMarks.ts";
import type { MarkdownContext } from "../../../markdown/markdownContext.ts";
import { parseMarkdown } from "../../../markdown/parseMarkdown.ts";
import type { MarkdownPiece } from "../../../markdown/parsePieces.ts";
import { hashNumber } from "../../../memory/hashText.ts";
import type { OffsetRange } from "../../../trackRange.ts";
import type { DocumentPiece } from "../../documentReading.ts";
import type { SegmentKind } from "../../segment.ts";
import { listStructure } from "./listStructure.ts";

interface PieceOptions {
  readonly markdown: MarkdownContext;
  readonly segments: OffsetRange;
}

/** What stands in a line of text, with nothing around it that a word could end. */
const IN_LINES: readonly SegmentKind[] = ["paragraph", "heading", "cell"];
/** Words that make structure of their line: code of MDX, the ids of the Rust reference. */
const LINE_OF_CODE = /^(?:(?:import|export)\b|r\[)/u;

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
    isAlike: ({ kind }, raw, output) =>
      IN_LINES.includes(kind) && !LINE_OF_CODE.test(output) && hasSameMarksOnLines(raw, output),
    findDamage: (output) => {
      const after = listStructure(output, parseMarkdown(output, markdown));
      const index = after.findIndex(({ text }, at) => hashNumber(text) !== before[at]);
      const damaged = after[index];
      if (damaged) return { start: damaged.start, end: damaged.end };
      return after.length === before.length ? undefined : { start: output.length, end: output.length };
    },
  };
}
