import { coverLiterals, findInlineTexts } from "./inlineText.ts";
import type { Propose } from "./proposal.ts";

/** Behind a stop or a bracket a mark closes nothing if a letter follows: `**(λέξη)**λέξη` → `**(λέξη)** λέξη`. */
const CLOSING = /(?<=[\p{P}\p{S}])(?<!\\)([*_]{1,3}|~~)(?=[\p{L}\p{N}])/gu;
/** And it opens nothing before one if a letter stands there. */
const OPENING = /(?<=[\p{L}\p{N}])([*_]{1,3}|~~)(?=[\p{P}\p{S}])/gu;

export const spaceEmphasis: Propose = (source, answer) => {
  if (answer.lists.emphasis.length >= source.lists.emphasis.length) return [];
  const covered = coverLiterals(answer);
  return findInlineTexts(answer).flatMap(({ start, end }) => {
    const text = covered.slice(start, end);
    const closing = [...text.matchAll(CLOSING)].map(({ 0: mark, index }) => start + index + mark.length);
    const opening = [...text.matchAll(OPENING)].map(({ index }) => start + index);
    return [...new Set([...closing, ...opening])]
      .toSorted((a, b) => a - b)
      .map((at) => ({ start: at, end: at, text: " " }));
  });
};
