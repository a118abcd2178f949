import { baseLanguage, type LanguageCode, type Locale } from "../languages.ts";

/**
 * "Answer in German.", said in German. A 1.5B model that is asked in English to rewrite a German or French text answers
 * in English, even when it is asked once more and told of it; with this sentence in the system message and at the end
 * of the instruction it doesn't. Summaries stay in their language by themselves, and with it some were the text again
 * (measured with Qwen2.5 Coder 1.5B).
 */
const SENTENCES: Readonly<Record<LanguageCode, string>> = {
  bg: "Отговори на български.",
  cs: "Odpověz česky.",
  da: "Svar på dansk.",
  de: "Antworte auf Deutsch.",
  el: "Απάντησε στα ελληνικά.",
  en: "Answer in English.",
  es: "Responde en español.",
  et: "Vasta eesti keeles.",
  fi: "Vastaa suomeksi.",
  fr: "Réponds en français.",
  ga: "Freagair i nGaeilge.",
  hr: "Odgovori na hrvatskom.",
  hu: "Válaszolj magyarul.",
  it: "Rispondi in italiano.",
  lt: "Atsakyk lietuviškai.",
  lv: "Atbildi latviešu valodā.",
  mt: "Wieġeb bil-Malti.",
  nl: "Antwoord in het Nederlands.",
  pl: "Odpowiedz po polsku.",
  pt: "Responde em português europeu.",
  ro: "Răspunde în română.",
  sk: "Odpovedz po slovensky.",
  sl: "Odgovori v slovenščini.",
  sv: "Svara på svenska.",
};

/** Asks for an answer in a language in that language's own words. */
export function answerIn(language: Locale): string {
  return SENTENCES[baseLanguage(language)];
}
