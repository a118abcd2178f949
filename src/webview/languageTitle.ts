import { getLanguage, type Locale } from "../core/languages.ts";

/** A language by its own name and the English one, once where they are the same. */
export function languageTitle(code: Locale): string {
  const { endonym, englishName } = getLanguage(code);
  return endonym === englishName ? endonym : `${endonym} · ${englishName}`;
}
