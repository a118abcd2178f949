/** The 24 official languages of the European Union, by their ISO 639-1 codes. */
// biome-ignore format: a list of 24 lines says no more than two.
export const LANGUAGE_CODES = [
  "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
  "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
] as const;

export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** What a user can ask for: one of the 24, or a variant that users expect by name. */
export type Locale = LanguageCode | (typeof VARIANT_CODES)[number];

export const VARIANT_CODES = ["en-GB", "en-IE", "pt-PT"] as const;

export interface Language {
  readonly code: Locale;
  /** The language's name in itself, as its speakers capitalise it in a list. */
  readonly endonym: string;
  readonly englishName: string;
}

/** Names follow the EU's Interinstitutional Style Guide, section 7.2.1. */
const LANGUAGES: readonly Language[] = [
  { code: "bg", endonym: "български", englishName: "Bulgarian" },
  { code: "cs", endonym: "čeština", englishName: "Czech" },
  { code: "da", endonym: "dansk", englishName: "Danish" },
  { code: "de", endonym: "Deutsch", englishName: "German" },
  { code: "el", endonym: "ελληνικά", englishName: "Greek" },
  { code: "en", endonym: "English", englishName: "English" },
  { code: "es", endonym: "español", englishName: "Spanish" },
  { code: "et", endonym: "eesti", englishName: "Estonian" },
  { code: "fi", endonym: "suomi", englishName: "Finnish" },
  { code: "fr", endonym: "français", englishName: "French" },
  { code: "ga", endonym: "Gaeilge", englishName: "Irish" },
  { code: "hr", endonym: "hrvatski", englishName: "Croatian" },
  { code: "hu", endonym: "magyar", englishName: "Hungarian" },
  { code: "it", endonym: "italiano", englishName: "Italian" },
  { code: "lt", endonym: "lietuvių", englishName: "Lithuanian" },
  { code: "lv", endonym: "latviešu", englishName: "Latvian" },
  { code: "mt", endonym: "Malti", englishName: "Maltese" },
  { code: "nl", endonym: "Nederlands", englishName: "Dutch" },
  { code: "pl", endonym: "polski", englishName: "Polish" },
  { code: "pt", endonym: "português", englishName: "Portuguese" },
  { code: "ro", endonym: "română", englishName: "Romanian" },
  { code: "sk", endonym: "slovenčina", englishName: "Slovak" },
  { code: "sl", endonym: "slovenščina", englishName: "Slovenian" },
  { code: "sv", endonym: "svenska", englishName: "Swedish" },
];

const VARIANTS: readonly Language[] = [
  { code: "en-GB", endonym: "English (United Kingdom)", englishName: "British English" },
  { code: "en-IE", endonym: "English (Ireland)", englishName: "Irish English" },
  { code: "pt-PT", endonym: "português (Portugal)", englishName: "European Portuguese" },
];

const BY_CODE: ReadonlyMap<string, Language> = new Map(
  [...LANGUAGES, ...VARIANTS].map((language) => [language.code.toLowerCase(), language]),
);

/** Finds a language by its code, whatever the case; `undefined` for what is not an official EU language. */
export function findLanguage(code: string): Language | undefined {
  return BY_CODE.get(code.trim().toLowerCase());
}

/** The language with this code. */
export function getLanguage(code: Locale): Language {
  // Every Locale has a row above; the fallback only satisfies the type checker.
  return BY_CODE.get(code.toLowerCase()) ?? { code, endonym: code, englishName: code };
}

/** The language of a locale without its region: `pt-PT` → `pt`. */
export function baseLanguage(code: Locale): LanguageCode {
  return code.slice(0, 2) as LanguageCode;
}

/** All 24 by endonym in collation order, with the given ones first, in their order. */
export function listLanguages(recent: readonly Locale[] = []): readonly Language[] {
  const first = [...new Set(recent)].map(getLanguage);
  const rest = LANGUAGES.filter(({ code }) => !recent.includes(code));
  const collator = new Intl.Collator("en");
  return [...first, ...rest.toSorted((a, b) => collator.compare(a.endonym, b.endonym))];
}
