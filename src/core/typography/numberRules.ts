import type { LanguageCode } from "../languages.ts";
import { replaceMatches, type TypographyRule } from "./typographyRule.ts";

/** What follows a quantity: without it, digits and dots may be a version, a date, a section or an address. */
const UNIT = "(?=[ \\u00a0\\u202f]?(?:%|‰|€|EUR|km|kg|cm|mm|kB|MB|GB|TB|MHz|GHz|kW|MW|kWh|°C)(?![\\p{L}\\p{N}]))";
const START = "(?<![\\p{L}\\p{N}.,:/_-]|[\\p{N}][ \\u00a0\\u202f])";

/** The decimal mark of a quantity. */
export const decimalMark: TypographyRule = (prose, { typography: { decimal } }) => {
  const other = decimal === "," ? "\\." : ",";
  const pattern = new RegExp(`${START}(\\d{1,3})${other}(\\d{1,2})${UNIT}`, "gu");
  return replaceMatches(prose, pattern, ([, whole, part]) => `${whole}${decimal}${part}`);
};

/** Thousands as English groups them, which can be no decimals where there are two groups or more. */
export const groupMark: TypographyRule = (prose, { typography: { decimal, group } }) => {
  if (decimal === ".") return [];
  const pattern = new RegExp(`${START}\\d{1,3}(?:,\\d{3}){2,}(?:\\.\\d{1,2})?(?![\\p{L}\\p{N}]|[.,]\\d)`, "gu");
  return replaceMatches(prose, pattern, ([number]) => number.replace(".", decimal).replaceAll(/,(?=\d{3})/gu, group));
};

/** Blanks between thousands, at which a quantity must not break. */
export const groupSpace: TypographyRule = (prose, { typography: { group } }) => {
  if (group === "." || group === ",") return [];
  const pattern = new RegExp(`${START}\\d{1,3}(?: \\d{3})+${UNIT}`, "gu");
  return replaceMatches(prose, pattern, ([number]) => number.replaceAll(" ", group));
};

/** The space before a percent sign, at which it must not break. */
export const percentSpace: TypographyRule = (prose, { typography: { percentSpace: space } }) => {
  if (space === undefined) return [];
  const pattern =
    space === "required" ? /(?<=\d) ?(?=[%‰](?![\p{L}\p{N}%-]))/gu : /(?<=\d) (?=[%‰](?![\p{L}\p{N}%-]))/gu;
  return replaceMatches(prose, pattern, () => "\u00a0");
};

/** *1.Januar* wants a space; the months' names are those of the host. */
export const daySpace: TypographyRule = (prose, { language, typography: { hasDayDot } }) => {
  if (!hasDayDot || !/\d\.\p{L}/u.test(prose)) return [];
  const pattern = new RegExp(
    `(?<=(?<![\\p{L}\\p{N}.])\\d{1,2}\\.)(?=(?:${monthNames(language).join("|")})(?!\\p{L}))`,
    "giu",
  );
  return replaceMatches(prose, pattern, () => "\u00a0");
};

function monthNames(language: LanguageCode): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(new Date(Date.UTC(2000, month, 1)));
    return parts.find(({ type }) => type === "month")?.value ?? "";
  }).filter((name) => /^\p{L}+$/u.test(name));
}

/** Ordinals whose ending is longer than it should be: *2ème* for *2e*. */
export const ordinal: TypographyRule = (prose, { typography: { ordinals } }) => {
  if (!ordinals) return [];
  return replaceMatches(prose, /(?<![\p{L}\p{N}.])(\d{1,4})(\p{L}+)(?![\p{L}\p{N}])/gu, ([, number, ending = ""]) => {
    const right = Object.entries(ordinals).find(([typed]) => typed === ending)?.[1];
    return right === undefined ? undefined : `${number}${right}`;
  });
};
