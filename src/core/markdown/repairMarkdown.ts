import { isPlain } from "./isPlain.ts";
import type { PlacedNode } from "./parseMarkdown.ts";

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Mends in an answer what has one right way to be: blanks inside emphasis go outside, and code, HTML and addresses
 * that were changed but not moved get the source's words again, by their order. All by offsets in the answer, which
 * comes back as it is where nothing is to be mended.
 */
export async function repairMarkdown(source: string, answer: string): Promise<string> {
  if (answer === source || isPlain(source)) return answer;
  const { parseMarkdown } = await import("./parseMarkdown.ts");
  const before = parseMarkdown(source);
  const emphasized = repairEmphasis(before, answer, parseMarkdown);
  const after = parseMarkdown(emphasized);
  return replaceAll(
    emphasized,
    [isCode, isInlineCode, isHtml, isLink].flatMap((is) =>
      restoreByOrder({ text: source, nodes: before.filter(is) }, { text: emphasized, nodes: after.filter(is) }),
    ),
  );
}

const isCode = ({ node }: PlacedNode) => node.type === "code";
const isInlineCode = ({ node }: PlacedNode) => node.type === "inlineCode";
const isHtml = ({ node }: PlacedNode) => node.type === "html";
const isLink = ({ node }: PlacedNode) => node.type === "link" || node.type === "image";
const isEmphasis = ({ node }: PlacedNode) =>
  node.type === "emphasis" || node.type === "strong" || node.type === "delete";

/** Models set blanks between a mark and its words, which then isn't emphasis any more: `** Wort **`. */
const SPACED = /(?<![\w*_~\\])(\*\*|__|~~|\*|_)(?![*_~])([ \u00a0]*)([^\n*_~]*?[^\s*_~])([ \u00a0]*)\1(?![\w*_~])/gu;

function repairEmphasis(
  before: readonly PlacedNode[],
  answer: string,
  parse: (text: string) => readonly PlacedNode[],
): string {
  const wanted = before.filter(isEmphasis).length;
  if (parse(answer).filter(isEmphasis).length >= wanted) return answer;
  const repaired = answer.replace(SPACED, "$2$1$3$1$4");
  return parse(repaired).filter(isEmphasis).length === wanted ? repaired : answer;
}

interface Side {
  readonly text: string;
  readonly nodes: readonly PlacedNode[];
}

/** Only where both have as many: and where the answer has the same in another order, that is the language's. */
function restoreByOrder(source: Side, answer: Side): readonly Replacement[] {
  const [old, now] = [source.nodes.map(contentOf), answer.nodes.map(contentOf)];
  if (old.length !== now.length || old.toSorted().join("\n") === now.toSorted().join("\n")) return [];
  return answer.nodes.flatMap((place, index) => {
    const original = source.nodes[index];
    if (!original || old[index] === now[index] || original.node.type !== place.node.type) return [];
    return replacementFor(answer.text, place, {
      raw: source.text.slice(original.start, original.end),
      value: old[index] ?? "",
    });
  });
}

function replacementFor(
  text: string,
  { node, start, end }: PlacedNode,
  original: { readonly raw: string; readonly value: string },
): readonly Replacement[] {
  if (node.type !== "link" && node.type !== "image") return [{ start, end, text: original.raw }];
  const raw = text.slice(start, end);
  const at = raw.lastIndexOf(node.url);
  // An address with escapes doesn't stand in the text as it is read; the check will tell.
  if (at < 0 || /[\s()<>]/u.test(original.value)) return [];
  return [{ start: start + at, end: start + at + node.url.length, text: original.value }];
}

function contentOf({ node }: PlacedNode): string {
  if (node.type === "link" || node.type === "image") return node.url;
  return "value" in node ? node.value : "";
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  let result = text;
  let from = text.length;
  for (const { start, end, text: words } of replacements.toSorted((a, b) => b.start - a.start)) {
    // Code inside a link is within what the link's own replacement spans.
    if (end > from) continue;
    result = result.slice(0, start) + words + result.slice(end);
    from = start;
  }
  return result;
}
