import type { LanguageCode } from "../../languages.ts";

/**
 * Words that begin with a capital where no sentence begins; a heading, a list item and a quotation begin one. What
 * stands before is looked at from letters alone: from each of many blanks it would take minutes.
 */
const NAME =
  /(?=\p{L})(?<![.!?…:;·\n"'“”„«»‘’(\])*_#>-]\s*)(?<=\S\s+|[-’'])(?:\p{Ll}{1,2}-?)?\p{Lu}[\p{L}\p{M}\p{N}]+(?:[-’']\p{Lu}[\p{L}\p{M}]+)*/gu;
const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]{1,7}(?![\p{L}\p{M}\p{N}])/gu;

/** In German every noun has a capital: of two words with one in a row, the second is a name or belongs to it. */
const GERMAN_NAME = /(?<=[\p{Ll},]\s\p{Lu}[\p{L}\p{M}]+\s)\p{Lu}[\p{L}\p{M}]{2,}/gu;

/** The names of a text, as far as capitals tell: each once. A text in capitals has none that can be told. */
export function findNames(text: string, language: LanguageCode | undefined): readonly string[] {
  if (isShouted(text)) return [];
  const names = language === "de" ? text.match(GERMAN_NAME) : text.match(NAME);
  return [...new Set([...(names ?? []), ...(text.match(ABBREVIATION) ?? [])])].filter((name) => !ROMAN.test(name));
}

/** Numbers of chapters, of kings and of centuries (XXe siècle). */
const ROMAN = /^[IVXLCDM]+(?:er|re|e|ème)?$/u;

export function abbreviationsOf(text: string): readonly string[] {
  return text.match(ABBREVIATION) ?? [];
}

/** Whether a name is in the text: in any case, accents aside, with another ending or an Irish or Maltese beginning. */
export function createNameIndex(source: string): (name: string) => boolean {
  const byStart = new Map<string, Set<string>>();
  for (const word of stemsOf(source)) {
    const start = word.slice(0, 3);
    const known = byStart.get(start);
    if (known) known.add(word);
    else byStart.set(start, new Set([word]));
  }
  const isIn = (word: string) => [...(byStart.get(word.slice(0, 3)) ?? [])].some((other) => isSameStem(word, other));
  return (name) => stemsOf(name).some(isIn);
}

/** Irish and Maltese write small letters before a name: i mBaile, hÉireann, fl-Ewropa. */
const PREFIX = /(?<![\p{L}\p{M}])\p{Ll}{1,2}-?(?=\p{Lu}[\p{L}\p{M}])/gu;

/** Words without what grammar does to their inside: Irish Baile, Bhaile; Finnish Kreikkaa, Kreikassa. */
function stemsOf(text: string): readonly string[] {
  return wordsOf(text.replace(PREFIX, "")).map((word) =>
    word.replace(/^([bcdfgmpst])h/u, "$1").replace(/([b-df-hj-np-tv-z])\1/gu, "$1"),
  );
}

/** Of short words the last two letters may differ (Praha, Praze), of long ones more (Halonen, Halosen; Budapestről). */
function isSameStem(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const ending = shorter < 7 ? 2 : shorter < 9 ? 3 : 4;
  const needed = Math.max(Math.min(3, shorter), shorter - ending);
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
