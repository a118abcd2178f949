import { ALPHABETS } from "./alphabets.ts";
import { CYRILLIC_TRIGRAMS, LATIN_TRIGRAMS } from "./trigrams.ts";

export interface LanguageScore {
  /** An ISO 639-1 code: one of the 24, or a neighbour's that is easily taken for one of them. */
  readonly code: string;
  /** The mean logarithm of its trigrams' likelihood: nearer to 0 is likelier. */
  readonly score: number;
}

/** Letters above this count tell no more, and a document may be long. */
const MAX_LETTERS = 4000;

/** What a trigram gets that isn't among a language's 300: the likelihood of a rank far behind them. */
const UNKNOWN_RANK = 1500;

/** What a letter costs that isn't in a language's alphabet: it may still stand in a name. */
const FOREIGN_LETTER = 5;

/**
 * The languages of the text's script, the likeliest first. A model knows its trigrams by rank alone, and by
 * Zipf's law a rank's likelihood is about its inverse.
 */
export function scoreLanguages(text: string): readonly LanguageScore[] {
  const words: readonly string[] =
    text
      .slice(0, MAX_LETTERS)
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const script = findScript(words.join(""));
  if (script === "Greek") return [{ code: "el", score: 0 }];
  if (script === undefined) return [];
  const trigrams = cutTrigrams(words);
  const models = script === "Latin" ? LATIN_TRIGRAMS : CYRILLIC_TRIGRAMS;
  return Object.entries(models)
    .map(([code, model]) => ({
      code,
      score: scoreModel(trigrams, rankTrigrams(model)) - FOREIGN_LETTER * foreignShare(words.join(""), ALPHABETS[code]),
    }))
    .sort((a, b) => b.score - a.score);
}

/** How many of the letters aren't in the alphabet, of all. */
function foreignShare(letters: string, alphabet: string | undefined): number {
  if (alphabet === undefined) return 0;
  const special = letters.match(/[^a-z]/gu) ?? [];
  return special.filter((letter) => !alphabet.includes(letter)).length / letters.length;
}

/** The script of nine tenths of the letters. */
function findScript(letters: string): "Latin" | "Greek" | "Cyrillic" | undefined {
  const most = 0.9 * letters.length;
  if (count(letters, /\p{Script=Latin}/gu) >= most) return "Latin";
  if (count(letters, /\p{Script=Greek}/gu) >= most) return "Greek";
  if (count(letters, /\p{Script=Cyrillic}/gu) >= most) return "Cyrillic";
  return undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function cutTrigrams(words: readonly string[]): readonly string[] {
  const line = ` ${words.join(" ")} `;
  return Array.from({ length: Math.max(0, line.length - 2) }, (_, start) => line.slice(start, start + 3));
}

function rankTrigrams(model: string): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (let start = 0; start < model.length; start += 3) {
    const trigram = model.slice(start, start + 3);
    if (!ranks.has(trigram)) ranks.set(trigram, start / 3);
  }
  return ranks;
}

function scoreModel(trigrams: readonly string[], ranks: ReadonlyMap<string, number>): number {
  const total = trigrams.reduce((sum, trigram) => sum - Math.log((ranks.get(trigram) ?? UNKNOWN_RANK) + 10), 0);
  return total / Math.max(1, trigrams.length);
}
