import { baseLanguage, type LanguageCode, type Locale } from "../languages.ts";
import type { Formality } from "./task.ts";

/** The pronouns that tell formal from informal address. English, Irish and Danish or Swedish hardly make a difference. */
const PRONOUNS: Partial<Readonly<Record<LanguageCode, readonly [formal: string, informal: string]>>> = {
  bg: ["Вие", "ти"],
  cs: ["vy", "ty"],
  da: ["De", "du"],
  de: ["Sie", "du"],
  el: ["εσείς", "εσύ"],
  es: ["usted", "tú"],
  et: ["teie", "sina"],
  fi: ["te", "sinä"],
  fr: ["vous", "tu"],
  hr: ["Vi", "ti"],
  hu: ["ön", "te"],
  it: ["Lei", "tu"],
  lt: ["jūs", "tu"],
  lv: ["jūs", "tu"],
  nl: ["u", "je"],
  pl: ["Pan/Pani", "ty"],
  pt: ["o senhor/a senhora", "tu"],
  ro: ["dumneavoastră", "tu"],
  sk: ["vy", "ty"],
  sl: ["vi", "ti"],
  sv: ["ni", "du"],
};

/** How readers are to be addressed, in terms that a model follows; `undefined` where it is to see for itself. */
export function describeAddress(to: Locale, formality: Formality): string | undefined {
  if (formality === "auto") return undefined;
  const pronouns = PRONOUNS[baseLanguage(to)];
  if (!pronouns) return `Use a ${formality} tone.`;
  const pronoun = formality === "formal" ? pronouns[0] : pronouns[1];
  return `Address the reader ${formality === "formal" ? "formally" : "informally"} ("${pronoun}").`;
}
