import { differenceOf } from "../../differenceOf.ts";
import { coverLiterals, findInlineTexts } from "./inlineText.ts";
import type { Propose } from "./proposal.ts";

/** A link whose text was its label needs the label once the text is translated: `[foo]` → `[Übersetzung][foo]`. */
export const nameReferences: Propose = (source, answer) => {
  const lost = new Set(differenceOf(source.lists.link, answer.lists.link).missing);
  const shortcuts = source.literals.filter(({ kind, value }) => kind === "shortcut" && lost.has(value));
  const covered = coverLiterals(answer);
  const texts = findInlineTexts(answer).flatMap(({ start, end }) =>
    [...covered.slice(start, end).matchAll(/(?<!\])\[([^[\]^!]+)\](?:\[\]|(?![[(:]))/gu)].map(
      ({ 0: raw, 1: words, index }) => ({
        start: start + index + (words ?? "").length + 2,
        end: start + index + raw.length,
      }),
    ),
  );
  // A box that is ticked or a remark in brackets would be one too many.
  if (texts.length !== shortcuts.length) return [];
  return texts.flatMap((range, index) => {
    const shortcut = shortcuts[index];
    const [label] = shortcut ? (/\[[^\]]*\]/u.exec(source.text.slice(shortcut.start, shortcut.end)) ?? []) : [];
    return label === undefined ? [] : [{ ...range, text: label }];
  });
};
