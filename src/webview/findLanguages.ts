import { getLanguage, type Language, type Locale, listLanguages } from "../core/languages.ts";

/** Regional variants are found by those who type for them, and are in nobody else's way. */
const VARIANTS: readonly Locale[] = ["en-GB", "en-IE", "pt-PT"];

/**
 * The languages whose name, in itself or in English, or whose code begins with what was typed; then those with a
 * word that does. Accents and case don't count. All of the 24 for nothing typed, the recent ones first.
 */
export function findLanguages(typed: string, recent: readonly Locale[]): readonly Language[] {
  const wanted = fold(typed);
  const all = listLanguages(recent);
  if (wanted === "") return all;
  const variants = VARIANTS.filter((code) => !recent.includes(code)).map(getLanguage);
  return [...all, ...variants]
    .map((language) => ({ language, rank: rankOf(language, wanted) }))
    .filter(({ rank }) => rank < 2)
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ language }) => language);
}

function rankOf({ code, endonym, englishName }: Language, wanted: string): number {
  const names = [fold(endonym), fold(englishName)];
  if (fold(code) === wanted || names.some((name) => name.startsWith(wanted))) return 0;
  return names.some((name) => name.split(/[\s(]+/u).some((word) => word.startsWith(wanted))) ? 1 : 2;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
