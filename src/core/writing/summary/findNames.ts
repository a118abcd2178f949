import type { LanguageCode } from "../../languages.ts";

/** Words that begin with a capital where no sentence begins; a heading, a list item and a quotation begin one. */
const NAME =
  /(?<![.!?…:;·\n"'“”„«»‘’(\])*_#>-]\s*)(?<=\S\s+|[-’'])(?:\p{Ll}{1,2}-?)?\p{Lu}[\p{L}\p{M}\p{N}]+(?:[-’']\p{Lu}[\p{L}\p{M}]+)*/gu;
const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]{1,7}(?![\p{L}\p{M}\p{N}])/gu;

/** In German every noun has a capital: of two words with one in a row, the second is a name or belongs to it. */
const GERMAN_NAME = /(?<=[\p{Ll},]\s\p{Lu}[\p{L}\p{M}]+\s)\p{Lu}[\p{L}\p{M}]{2,}/gu;

/** The names of a text, as far as capitals tell: each once. A text in capitals has none that can be told. */
export function findNames(text: string, language: LanguageCode | undefined): readonly string[] {
  if (isShouted(text)) return [];
  const names = language === "de" ? text.match(GERMAN_NAME) : text.match(NAME);
  return [...new Set([...(names ?? []), ...(text.match(ABBREVIATION) ?? [])])].filter((name) => !ROMAN.test(name));
}

/** Numbers of chapters and of kings. */
const ROMAN = /^[IVXLCDM]+$/u;

/** Whether a name is in the text: in any case, accents aside, with another ending or an Irish prefix. */
export function createNameIndex(source: string): (name: string) => boolean {
  const byStart = new Map<string, Set<string>>();
  for (const word of wordsOf(source)) {
    const start = word.slice(0, 3);
    const known = byStart.get(start);
    if (known) known.add(word);
    else byStart.set(start, new Set([word]));
  }
  const isIn = (word: string) => [...(byStart.get(word.slice(0, 3)) ?? [])].some((other) => isSameStem(word, other));
  return (name) => wordsOf(name.replace(/^\p{Ll}{1,2}-?(?=\p{Lu})/u, "")).some(isIn);
}

/** Of short words the last two letters may differ (Praha, Praze), of long ones more (Budapest, Budapestről). */
function isSameStem(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const needed = Math.max(Math.min(3, shorter), shorter - (shorter < 9 ? 2 : 3));
  return one.slice(0, needed) === other.slice(0, needed);
}

/** Words in small letters without accents. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ς", "σ");
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length / 2;
}
