import type { LanguageCode } from "../languages.ts";
import type { RuleId } from "./typographyRule.ts";

/** An opening mark and a closing one. */
export type QuotePair = readonly [open: string, close: string];

/**
 * How a language sets its marks, spaces and numbers in prose. Quotation marks by nesting after the EU's Publications
 * Office ("Use of quotation marks in the different languages": op.europa.eu/en/web/eu-vocabularies/formex), in English
 * and Irish with the double marks outside, and in Dutch and Finnish with single ones within, as CLDR has them; decimal
 * and thousands marks, and whether a space stands before a percent sign, after CLDR 48. The spaces of French before
 * high marks and within guillemets are those of print in France (Imprimerie nationale, Lexique des règles
 * typographiques, third edition): the EU's Interinstitutional Style Guide (6.4) sets its own French texts without any.
 */
export interface LanguageTypography {
  readonly quotes: { readonly outer: QuotePair; readonly inner: QuotePair };
  /** What is right as well, in print and in other guides: pairs that stay as they are. */
  readonly accepted: readonly string[];
  /** What stands within « and »: nothing, or a space that doesn't break. */
  readonly guillemetSpace?: "" | "\u00a0";
  /** Before ; ! ? and before :, spaces that don't break. */
  readonly highSpaces?: { readonly narrow: string; readonly wide: string };
  readonly decimal: "," | ".";
  readonly group: "\u00a0" | "\u202f" | "." | ",";
  /** `kept`: a space, where there is one, doesn't break. `required`: there has to be one. */
  readonly percentSpace?: "kept" | "required";
  /** What stands for a hyphen between blanks. */
  readonly dash?: string;
  /** Words end with apostrophes, as in *ta'* and *po'*. */
  readonly hasFinalApostrophes?: boolean;
  /** A day is an ordinal with a full stop: *1. Januar*. */
  readonly hasDayDot?: boolean;
  /** Endings of ordinals as they are typed, and as they are right. */
  readonly ordinals?: Readonly<Record<string, string>>;
  /** Rules that would ask for one of two ways that are both right in the language. */
  readonly without?: readonly RuleId[];
}

const NBSP = "\u00a0";
const NNBSP = "\u202f";
const LOW_HIGH: QuotePair = ["„", "“"];
const LOW_ENGLISH: QuotePair = ["„", "”"];
const ENGLISH: QuotePair = ["“", "”"];
const SINGLE: QuotePair = ["‘", "’"];
const LOW_SINGLE: QuotePair = ["‚", "‘"];
const GUILLEMETS: QuotePair = ["«", "»"];
const INWARD: QuotePair = ["»", "«"];
const RIGHT: QuotePair = ["”", "”"];

const quotes = (outer: QuotePair, inner: QuotePair) => ({ outer, inner });
const spaced = { decimal: ",", group: NBSP, dash: " – " } as const;
const dotted = { decimal: ",", group: ".", dash: " – " } as const;
const english = { decimal: ".", group: ",", dash: " – " } as const;

export const TYPOGRAPHY: Readonly<Record<LanguageCode, LanguageTypography>> = {
  bg: { ...spaced, quotes: quotes(LOW_HIGH, LOW_HIGH), accepted: ["„”", "«»", "“”"] },
  cs: {
    ...spaced,
    quotes: quotes(LOW_HIGH, LOW_SINGLE),
    accepted: ["»«", "«»"],
    percentSpace: "kept",
    hasDayDot: true,
  },
  da: {
    ...dotted,
    quotes: quotes(INWARD, INWARD),
    accepted: ["””", "“”", "„“", "„”"],
    percentSpace: "kept",
    hasDayDot: true,
  },
  de: {
    ...dotted,
    quotes: quotes(LOW_HIGH, LOW_SINGLE),
    accepted: ["»«", "«»"],
    percentSpace: "required",
    hasDayDot: true,
  },
  el: { ...dotted, quotes: quotes(GUILLEMETS, ENGLISH), accepted: ["“”", "„“", "„”"], guillemetSpace: "" },
  en: { ...english, quotes: quotes(ENGLISH, SINGLE), accepted: [] },
  es: {
    decimal: ",",
    group: NBSP,
    quotes: quotes(GUILLEMETS, ENGLISH),
    accepted: ["“”"],
    guillemetSpace: "",
    percentSpace: "kept",
    without: ["decimalMark"],
  },
  et: { ...spaced, quotes: quotes(LOW_HIGH, LOW_HIGH), accepted: ["„”", "«»", "“”"], hasDayDot: true },
  fi: {
    ...spaced,
    quotes: quotes(RIGHT, ["’", "’"]),
    accepted: ["»»", "«»"],
    percentSpace: "required",
    hasDayDot: true,
  },
  fr: {
    ...spaced,
    group: NNBSP,
    quotes: quotes(GUILLEMETS, ENGLISH),
    accepted: ["“”"],
    guillemetSpace: NBSP,
    highSpaces: { narrow: NNBSP, wide: NBSP },
    percentSpace: "required",
    ordinals: { ère: "re", ères: "res", ème: "e", èmes: "es", ième: "e", ièmes: "es" },
  },
  ga: { ...english, quotes: quotes(ENGLISH, SINGLE), accepted: [] },
  hr: {
    ...dotted,
    quotes: quotes(LOW_ENGLISH, ["‚", "’"]),
    accepted: ["„“", "»«", "“”"],
    percentSpace: "kept",
    hasDayDot: true,
  },
  hu: { ...spaced, quotes: quotes(LOW_ENGLISH, INWARD), accepted: ["«»", "„“"] },
  it: {
    ...dotted,
    quotes: quotes(GUILLEMETS, ENGLISH),
    accepted: ["“”", "„”"],
    guillemetSpace: "",
    hasFinalApostrophes: true,
  },
  lt: { ...spaced, quotes: quotes(LOW_HIGH, LOW_HIGH), accepted: ["„”", "«»"], percentSpace: "required" },
  lv: { ...spaced, quotes: quotes(ENGLISH, ENGLISH), accepted: ["””", "„”", "„“", "«»"], hasDayDot: true },
  mt: { ...english, quotes: quotes(ENGLISH, SINGLE), accepted: [], hasFinalApostrophes: true },
  nl: { ...dotted, quotes: quotes(ENGLISH, SINGLE), accepted: ["„”", "«»"] },
  pl: { ...spaced, quotes: quotes(LOW_ENGLISH, INWARD), accepted: ["«»", "„“"] },
  pt: { ...spaced, quotes: quotes(GUILLEMETS, ENGLISH), accepted: ["“”"], guillemetSpace: "" },
  ro: {
    ...dotted,
    quotes: quotes(LOW_ENGLISH, GUILLEMETS),
    accepted: ["„“", "“”"],
    guillemetSpace: "",
    percentSpace: "kept",
  },
  sk: {
    ...spaced,
    quotes: quotes(LOW_HIGH, LOW_SINGLE),
    accepted: ["»«", "«»"],
    percentSpace: "kept",
    hasDayDot: true,
  },
  sl: {
    ...dotted,
    quotes: quotes(LOW_HIGH, LOW_SINGLE),
    accepted: ["»«", "„”"],
    percentSpace: "kept",
    hasDayDot: true,
  },
  sv: { ...spaced, quotes: quotes(RIGHT, ["’", "’"]), accepted: ["»»", "»«", "“”"], percentSpace: "required" },
};
