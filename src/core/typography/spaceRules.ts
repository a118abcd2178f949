import { replaceMatches, type TypographyRule } from "./typographyRule.ts";

/** French: a narrow space that doesn't break before ; ! ?, and a wide one before the colon. Either is taken for right. */
export const highSpace: TypographyRule = (prose, { typography: { highSpaces } }) => {
  if (!highSpaces) return [];
  const isRight = (space: string) => space === highSpaces.narrow || space === highSpaces.wide;
  const narrow = /(?<=[\p{L}\p{N})\]»“”’%°€\uFFFC])[ \u00a0\u202f\u2009]?(?=[!?]+(?:[\s)\]»”.…]|$)|;(?:\s|$))/gu;
  const wide = /(?<=[\p{L}\p{N})\]»“”’%°€\uFFFC])[ \u00a0\u202f\u2009]?(?=:(?:\s|$))/gu;
  return [
    ...replaceMatches(prose, narrow, ([space]) => (isRight(space) ? undefined : highSpaces.narrow)),
    ...replaceMatches(prose, wide, ([space]) => (isRight(space) ? undefined : highSpaces.wide)),
  ];
};

/** No blank before a mark that ends something, but for French before the high ones. */
export const spaceBeforeMark: TypographyRule = (prose, { typography: { highSpaces } }) => {
  const marks = highSpaces ? ",." : ",.;:!?";
  const pattern = new RegExp(`(?<=[\\p{L})\\]»“”’])[ \\u00a0\\u202f]+(?=[${marks}](?:\\s|$)(?![:;] ?[()DP]))`, "gu");
  return replaceMatches(prose, pattern, () => "");
};
