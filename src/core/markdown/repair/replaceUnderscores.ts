import { coverLiterals, findInlineTexts } from "./inlineText.ts";
import type { Propose } from "./proposal.ts";

/** An underscore that has letters on both sides makes no emphasis, an asterisk does: `_Donau_ufer` → `*Donau*ufer`. */
const BESIDE_LETTERS =
  /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^\n_]*?[^\s_])\1(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(_{1,3})(?=[^\s_])([^\n_]*?[^\s_])\3(?![\p{L}\p{N}_])/gu;

export const replaceUnderscores: Propose = (source, answer) => {
  const covered = coverLiterals(answer);
  const found = findInlineTexts(answer).flatMap(({ start, end }) =>
    [...covered.slice(start, end).matchAll(BESIDE_LETTERS)].map(({ 0: raw, 1: left, 3: right, index }) => ({
      start: start + index,
      end: start + index + raw.length,
      length: (left ?? right ?? "").length,
    })),
  );
  // With more than are wanted there is no telling a name from emphasis.
  if (found.length > source.lists.emphasis.length - answer.lists.emphasis.length) return [];
  return found.flatMap(({ start, end, length }) => [
    { start, end: start + length, text: "*".repeat(length) },
    { start: end - length, end, text: "*".repeat(length) },
  ]);
};
