import { differenceOf } from "../../differenceOf.ts";
import type { PlacedNode } from "../placedNode.ts";
import type { ReadMarkdown } from "../readMarkdown.ts";
import { findUnpairedBackticks } from "./findUnpairedBackticks.ts";
import type { Propose, Replacement } from "./proposal.ts";

/** A backtick with blanks on both sides opens or closes no code that anyone meant. */
export const escapeLoneBackticks: Propose = (source, answer) => {
  const lone = /(?<=^|\s)`+(?=\s|$)/gmu;
  if (lone.test(source.text)) return [];
  return [...answer.text.matchAll(lone)].map(({ index }) => ({ start: index, end: index, text: "\\" }));
};

/** What is left when all code has been found. */
export const escapeUnpairedBackticks: Propose = (source, answer) =>
  findUnpairedBackticks(source).length > 0
    ? []
    : findUnpairedBackticks(answer).map((start) => ({ start, end: start, text: "\\" }));

/**
 * A character of the prose that happens to be a mark makes code, emphasis, a tag or a link that the source doesn't
 * have: the first one that is too many gets a backslash, `2*3*4` → `2\*3*4`.
 */
export const escapeStrayCode: Propose = (source, answer) => {
  const { added } = differenceOf(source.lists.code, answer.lists.code);
  return escapeFirst(answer, ({ node }) => {
    if (node.type !== "inlineCode" || !added.includes(node.value.replace(/\r\n?|\n/gu, " "))) return false;
    // Code that was changed is put back; what has a blank at its end was never meant to be code.
    return node.value !== node.value.trim();
  });
};

/** Maths, emoji and the like that came about by chance. A tag is none of these: it was meant, and is a fault. */
export const escapeStrayIslands: Propose = (source, answer) => {
  if (answer.lists.html.length <= source.lists.html.length) return [];
  const added = new Set(differenceOf(source.lists.html, answer.lists.html).added);
  const stray = answer.literals.find(({ kind, value }) => kind === "html" && added.has(value));
  return stray && /[{$:[+%]/u.test(answer.text[stray.start] ?? "")
    ? [{ start: stray.start, end: stray.start, text: "\\" }]
    : [];
};

export const escapeStrayEmphasis: Propose = (source, answer) => {
  const { added } = differenceOf(source.lists.emphasis, answer.lists.emphasis);
  const isExtra = ({ node }: PlacedNode) => added.includes(node.type);
  // One within a word is none that a writer meant; else the last one is as good a guess as any.
  const within = answer.nodes.find((placed) => isExtra(placed) && isWithinWord(answer.text, placed));
  const stray = within ?? answer.nodes.findLast(isExtra);
  return stray ? escapeMarks(answer.text, stray) : [];
};

/** Both marks, for either alone may make emphasis with another one. */
function escapeMarks(text: string, { start, end }: PlacedNode): readonly Replacement[] {
  const length = /^[*_~]{1,2}/u.exec(text.slice(start, start + 2))?.[0].length ?? 0;
  const marks = Array.from({ length }, (_, index) => [start + index, end - length + index]).flat();
  return marks.toSorted((a, b) => a - b).map((at) => ({ start: at, end: at, text: "\\" }));
}

export const escapeStrayLinks: Propose = (source, answer) => {
  if (answer.lists.url.length <= source.lists.url.length) return [];
  const { added } = differenceOf(source.lists.url, answer.lists.url);
  return escapeFirst(
    answer,
    ({ node, tail }) => node.type === "link" && tail !== undefined && added.includes(node.url),
  );
};

function escapeFirst({ nodes }: ReadMarkdown, isStray: (placed: PlacedNode) => boolean) {
  const stray = nodes.find(isStray);
  return stray ? [{ start: stray.start, end: stray.start, text: "\\" }] : [];
}

function isWithinWord(text: string, { start, end }: PlacedNode): boolean {
  return /[\p{L}\p{N}]$/u.test(text.slice(0, start).slice(-2)) || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
}
