import type { LanguageCode } from "../languages.ts";
import type { LanguageTypography } from "./languageTypography.ts";

export const RULE_IDS = [
  "straightQuotes",
  "foreignQuotes",
  "quoteSpace",
  "highSpace",
  "spaceBeforeMark",
  "apostrophe",
  "ellipsis",
  "dash",
  "decimalMark",
  "groupMark",
  "groupSpace",
  "percentSpace",
  "daySpace",
  "ordinal",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What a rule would have stand in the place of a range. UTF-16 offsets. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

export interface RuleContext {
  readonly language: LanguageCode;
  readonly typography: LanguageTypography;
}

/**
 * Finds what is set against a language's rules in the prose of a block, in which `\uFFFC` stands for everything that
 * isn't prose. What it finds is right once it is replaced.
 */
export type TypographyRule = (prose: string, context: RuleContext) => readonly Change[];

/** A rule that is a pattern and what stands in the place of its matches; `undefined` where one is right after all. */
export function replaceMatches(
  prose: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): readonly Change[] {
  return [...prose.matchAll(pattern)].flatMap((match) => {
    const replacement = replace(match);
    const end = match.index + match[0].length;
    return replacement === undefined || replacement === match[0] ? [] : [{ start: match.index, end, replacement }];
  });
}
