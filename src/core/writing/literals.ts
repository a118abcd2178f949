/** Placeholders of the usual kinds: `{{x}}`, `${x}`, `{name}`, `%(n)d`, `%1$s`, `%s`, `%@`. */
const PLACEHOLDER =
  /\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|\{[\p{L}\p{N}_.$#-]{1,60}(?:,\s?[a-z]+(?:,[^{}\n]{0,60})?)?\}|%\([\p{L}\p{N}_]+\)[sdifr]|%(?:\d+\$)?(?:[sdi@]|\.\d+f)(?![\p{L}\p{N}])/gu;

/** Addresses as they stand in running text; closing punctuation isn't part of them. */
const URL_TEXT = /\b(?:https?|ftp|mailto|file):(?:\/\/)?[^\s<>"'`)\]}|\\^«»“”„]+[^\s<>"'`)\]}|\\^.,;:!?«»“”„…]/giu;

const CODE_SPAN = /(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/gu;

const NUMBER = /(?<![\p{L}\p{N}_])\d+(?:[.,'’\u00a0\u202f\u2009]\d+| \d{3}(?!\d))*/gu;

export function findPlaceholders(text: string): readonly string[] {
  return text.match(PLACEHOLDER) ?? [];
}

/** UTF-16 ranges of the placeholders and addresses, in order. */
export function findPlainLiterals(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [PLACEHOLDER, URL_TEXT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length })),
  );
}

/**
 * The numbers of the prose as bare digits: `1,234.5`, `1.234,5` and `1 234,5` are the same one in three languages.
 * Digits in words, addresses, code and placeholders don't count.
 */
export function findNumbers(text: string): readonly string[] {
  const prose = proseOf(text);
  // The marker of a list is structure, and an ordinal's dot is no decimal one.
  const unlisted = prose.replace(/^\s*\d+[.)]\s/gmu, " ");
  return (unlisted.match(NUMBER) ?? []).map((number) => number.replace(/\D/gu, ""));
}

/** The text without its code spans, addresses and placeholders. */
export function proseOf(text: string): string {
  return [CODE_SPAN, URL_TEXT, PLACEHOLDER].reduce((rest, pattern) => rest.replace(pattern, " "), text);
}
