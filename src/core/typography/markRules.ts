import { replaceMatches, type TypographyRule } from "./typographyRule.ts";

/** A straight apostrophe within a word; at a word's end only where the language has it there and nothing is quoted so. */
export const apostrophe: TypographyRule = (prose, { typography: { hasFinalApostrophes } }) => {
  const within = replaceMatches(prose, /(?<=\p{L})'(?=\p{L})/gu, () => "’");
  const isQuoting = /(?:^|[\s([«“„])'(?=\S)/u.test(prose);
  if (!hasFinalApostrophes || isQuoting) return within;
  const atEnd = replaceMatches(prose, /(?<=\p{L})'(?=[\s,.;:!?)\]»”]|$)/gu, () => "’");
  return [...within, ...atEnd];
};

/** Three full stops are one mark. */
export const ellipsis: TypographyRule = (prose) =>
  replaceMatches(prose, /(?<=^|[\p{L}\p{N}\s"“„«»”’()[\]!?,])\.{3}(?=[\s"”“»’),;:!?\]]|$)/gu, () => "…");

/** A hyphen between blanks is meant for a dash; between numbers it may be a minus. */
export const dash: TypographyRule = (prose, { typography: { dash: mark } }) => {
  if (mark === undefined) return [];
  const pattern = /(?<=([\p{L}\p{N})\]»«“”"’\uFFFC.,!?%]))[ \u00a0]-{1,3} (?=([\p{L}\p{N}«„“‘"(\uFFFC]))/gu;
  const isNumber = (one: string | undefined) => /\p{N}/u.test(one ?? "");
  return replaceMatches(prose, pattern, ([, before, after]) =>
    isNumber(before) && isNumber(after) ? undefined : mark,
  );
};
