import { replaceMatches, type TypographyRule } from "./typographyRule.ts";

/** The space behind a word, or its place; behind a straight mark, which may open as well as close, there must be one. */
const SPACE = String.raw`(?:(?<=[\p{L}\p{N})\]»“”’%°€\uFFFC])[ \u00a0\u202f\u2009]?|(?<=[^\s([{]")[ \u00a0\u202f\u2009])`;

/** French: a narrow space that doesn't break before ; ! ?, and a wide one before the colon. Either is taken for right. */
export const highSpace: TypographyRule = (prose, { typography: { highSpaces } }) => {
  if (!highSpaces) return [];
  const isRight = (space: string) => space === highSpaces.narrow || space === highSpaces.wide;
  const narrow = new RegExp(String.raw`${SPACE}(?=[!?]+(?:[\s)\]»”.…]|$)|;(?:\s|$))`, "gu");
  const wide = new RegExp(String.raw`${SPACE}(?=:(?:\s|$))`, "gu");
  return [
    ...replaceMatches(prose, narrow, ([space]) => (isRight(space) ? undefined : highSpaces.narrow)),
    ...replaceMatches(prose, wide, ([space]) => (isRight(space) ? undefined : highSpaces.wide)),
  ];
};

/** No blank before a mark that ends something, but for French before the high ones. */
export const spaceBeforeMark: TypographyRule = (prose, { typography: { highSpaces } }) => {
  const marks = highSpaces ? ",." : ",.;:!?";
  const pattern = new RegExp(`(?<=[\\p{L})\\]»“”’]|[^\\s([{]")[ \\u00a0\\u202f]+(?=[${marks}](?:\\s|$))`, "gu");
  const blanks = [...prose.matchAll(pattern)].filter(({ index, 0: blank }) => !isSmiley(prose, index + blank.length));
  if (blanks.length === 0 || BRACKETED.test(prose)) return [];
  const isAboutMarks = blanks.some(({ index, 0: blank }) => standsForItself(prose, index, index + blank.length));
  if (isAboutMarks) return [];
  return blanks.map(({ index, 0: blank }) => ({ start: index, end: index + blank.length, replacement: "" }));
};

/** Blanks within brackets: a grammar, code, or a text that was set mark by mark. */
const BRACKETED = /[([{] |[^\s] +[)\]}]/u;

function isSmiley(prose: string, mark: number): boolean {
  return /^[:;] ?[()DP](?!\p{L})/u.test(prose.slice(mark, mark + 4));
}

/**
 * A mark that a text speaks of, such as the dot in *names that begin with . are hidden*: behind it the sentence goes on,
 * it is an operator between words in capitals, or before it stands a word of one letter, which ends nothing.
 */
function standsForItself(prose: string, blank: number, mark: number): boolean {
  const after = /^\s+(\S*)/u.exec(prose.slice(mark + 1, mark + 60))?.[1] ?? "";
  if (/(?<!\p{L})\p{L}$/u.test(prose.slice(Math.max(0, blank - 2), blank))) return true;
  if (/^\p{Lu}{2,}/u.test(after)) return true;
  return /[.!?]/u.test(prose.charAt(mark)) && after !== "" && !/^[\p{Lu}"“”„«»]/u.test(after);
}
