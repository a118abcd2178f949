import type { PlacedNode } from "../placedNode.ts";
import type { ReadMarkdown } from "../readMarkdown.ts";
import type { Propose, Replacement } from "./proposal.ts";

/**
 * A link round nothing but code is the first that models leave out. Where the answer has that code as often as the
 * source, the link is put round it again: for "[`useRef`](/ref)", "`useRef`" becomes "[`useRef`](/ref)".
 */
export const linkCode: Propose = (source, answer) => {
  const codeIn = ({ nodes }: ReadMarkdown, value: string) =>
    nodes.filter(({ node }) => node.type === "inlineCode" && node.value === value);
  return source.nodes.flatMap((link): readonly Replacement[] => {
    const value = codeOf(link);
    if (value === undefined) return [];
    const [before, after] = [codeIn(source, value), codeIn(answer, value)];
    const code = after[before.findIndex(({ start }) => start === link.start + 1)];
    if (!code || before.length !== after.length || code.parent?.type === "link") return [];
    const { start, end } = code;
    const tail = source.text.slice(link.tail, link.end);
    return [{ start, end, text: `[${answer.text.slice(start, end)}]${tail}` }];
  });
};

/** The code, where it is all that is in a link with brackets. */
function codeOf({ node, tail }: PlacedNode): string | undefined {
  if (node.type !== "link" || tail === undefined || node.children.length !== 1) return undefined;
  const [only] = node.children;
  return only?.type === "inlineCode" ? only.value : undefined;
}
