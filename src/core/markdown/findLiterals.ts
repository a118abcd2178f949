import { isPlain } from "./isPlain.ts";

export interface LiteralRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a model must not touch: code, HTML, the destinations of links and images, definitions, addresses and
 * footnote marks. UTF-16 ranges, in order, none inside another.
 */
export async function findLiterals(text: string): Promise<readonly LiteralRange[]> {
  if (isPlain(text)) return [];
  const { parseMarkdown } = await import("./parseMarkdown.ts");
  const ranges = parseMarkdown(text).flatMap(({ node, start, end }): LiteralRange[] => {
    switch (node.type) {
      case "code":
      case "inlineCode":
      case "html":
      case "definition":
      case "footnoteReference":
        return [{ start, end }];
      case "link":
      case "image":
      case "linkReference":
      case "imageReference":
        return [destinationOf(text, { start, end })];
      default:
        return [];
    }
  });
  return outermost(ranges.filter(({ start, end }) => end > start));
}

/** `(url "title")` or `[label]` behind a link's text; all of an autolink or an address. */
function destinationOf(text: string, { start, end }: LiteralRange): LiteralRange {
  const raw = text.slice(start, end);
  if (!raw.startsWith("[") && !raw.startsWith("![")) return { start, end };
  const label = raw.endsWith("]") ? raw.lastIndexOf("][") : raw.lastIndexOf("](");
  return label < 0 ? { start: end, end } : { start: start + label + 1, end };
}

function outermost(ranges: readonly LiteralRange[]): readonly LiteralRange[] {
  const kept: LiteralRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || range.start >= last.end) kept.push(range);
  }
  return kept;
}
