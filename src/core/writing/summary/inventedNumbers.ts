import { proseOf } from "../literals.ts";
import { NUMBER_WORDS } from "./numberWords.ts";

const NUMBER = /(?<![\p{L}\p{N}_])\d+(?:[.,'’:\u00a0\u202f\u2009]\d+| \d{3}(?!\d))*/gu;
const MILLION = /^\s?(?:mi(?:l+i|lj|l+j|o)|mln|mill|εκατ|милион|млн)/iu;
const MILLIARD = /^\s?(?:mil+i?[aj]+rd|mi[lj]+jard|mrd|mld|bil+i|bilj|bn|δισ|милиард|млрд)/iu;

/**
 * The numbers of a summary that its source doesn't have, in any of the forms of the 24: with other separators, other
 * decimals, as words up to twelve, in millions. List markers don't count.
 */
export function inventedNumbers(source: string, summary: string): readonly string[] {
  const known = readSource(proseOf(source));
  const unlisted = proseOf(summary).replace(/^[^\S\r\n]*\d+[.)]\s/gmu, " ");
  return [...unlisted.matchAll(NUMBER)]
    .filter(({ 0: number, index }) => !isKnown(number, unlisted.slice(index + number.length), known))
    .map(([number]) => number);
}

interface Known {
  /** Bare digits, of whole numbers and of the groups between their separators. */
  readonly digits: ReadonlySet<string>;
  readonly values: ReadonlySet<number>;
}

function readSource(source: string): Known {
  const digits = new Set(source.match(/\d+/gu));
  const values = new Set<number>();
  for (const { 0: number, index } of source.matchAll(NUMBER)) {
    digits.add(number.replace(/\D/gu, ""));
    for (const value of valuesOf(number, source.slice(index + number.length, index + number.length + 12))) {
      values.add(value);
    }
  }
  for (const word of new Set(source.toLowerCase().match(/\p{L}+/gu))) {
    for (const value of NUMBER_WORDS.get(word) ?? []) values.add(value);
  }
  return { digits, values };
}

function isKnown(number: string, behind: string, { digits, values }: Known): boolean {
  const groups = number.split(/\D+/u);
  if (digits.has(number.replace(/\D/gu, "")) || groups.every((group) => digits.has(group))) return true;
  return valuesOf(number, behind).some((value) => values.has(value));
}

/** What a number may mean: its last separator may be a decimal one or not, and millions may stand behind it. */
function valuesOf(number: string, behind: string): readonly number[] {
  const whole = Number(number.replace(/\D/gu, ""));
  const decimal = /^([\s\S]*)[.,](\d+)$/u.exec(number);
  const value = decimal ? Number(`${(decimal[1] ?? "").replace(/\D/gu, "")}.${decimal[2]}`) : whole;
  const scale = MILLIARD.test(behind) ? 1e9 : MILLION.test(behind) ? 1e6 : 1;
  return scale === 1 ? [whole, value] : [Math.round(whole * scale), Math.round(value * scale)];
}
