import { type Difference, differenceOf } from "../differenceOf.ts";
import { proseOf } from "./literals.ts";

/** What stands between hours and minutes: 9:30, 9h30, 9 h 30, 9 Uhr 30, 9 val. 30, 9 ч. 30. */
const HOUR_MARK = String.raw`(?::|\s?(?:h|Uhr|val\.|ч\.)\s?)`;
/** The halves of a day: a.m. and p. m. of English, Spanish and Maltese, π.μ. and μ.μ. of Greek. */
const HALF_OF_DAY = String.raw`\s?([apπμ])\.?\s?[mμ](?:\.|(?![\p{L}\p{N}]))`;
const TIME = String.raw`(\d{1,2})${HOUR_MARK}([0-5]\d(?::[0-5]\d)?)(?![\d:])(?:${HALF_OF_DAY})?`;
const TIME_OF_HALF = String.raw`(\d{1,2})(?:\.([0-5]\d))?${HALF_OF_DAY}`;
/** 26.11.2026 and 2026.11.26: as many numbers as in 26/11/2026. */
const DATE = String.raw`(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{1,2}\.\d{1,2})(?!\d)`;
const PLAIN = String.raw`\d+(?:[.,'’\u00a0\u202f\u2009]\d+| \d{3}(?!\d))*`;
const NUMBER = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${TIME}|${TIME_OF_HALF}|(${DATE})|${PLAIN})`, "giu");

/** A number or a time of day, and all the ways that another language may write it. */
interface Figure {
  /** Bare digits, or hours and minutes with a colon. */
  readonly name: string;
  readonly spellings: readonly string[];
}

/**
 * The numbers of the prose that only one of the two texts has, as bare digits: `1,234.5`, `1.234,5` and `1 234,5` are
 * the same one in three languages. A time of day is its hours and minutes, `15:30`, and the same in each of its forms:
 * 3:30 p.m., 15.30, 15 h 30. Digits in words, addresses, code and placeholders don't count.
 */
export function compareNumbers(source: string, answer: string): Difference {
  const before = findFigures(source);
  const after = findFigures(answer);
  const { missing, added } = differenceOf(namesOf(before), namesOf(after));
  const alike = pairTimes([...before, ...after]);
  const left = new Map<string, number>();
  for (const name of added) left.set(name, (left.get(name) ?? 0) + 1);
  const takeBack = (name: string) => {
    const same = [...(alike.get(name) ?? [])].find((other) => (left.get(other) ?? 0) > 0);
    if (same !== undefined) left.set(same, (left.get(same) ?? 0) - 1);
    return same !== undefined;
  };
  const lost = missing.filter((name) => !takeBack(name));
  return { missing: lost, added: [...left].flatMap(([name, count]) => Array<string>(count).fill(name)) };
}

/** What may stand for what: a time for each of its spellings, and each of these for it. */
function pairTimes(figures: readonly Figure[]): ReadonlyMap<string, ReadonlySet<string>> {
  const alike = new Map<string, Set<string>>();
  const add = (name: string, other: string) => alike.set(name, (alike.get(name) ?? new Set()).add(other));
  for (const { name, spellings } of figures) {
    for (const spelling of spellings) {
      add(name, spelling);
      add(spelling, name);
    }
  }
  return alike;
}

function namesOf(figures: readonly Figure[]): readonly string[] {
  return figures.map(({ name }) => name);
}

function findFigures(text: string): readonly Figure[] {
  const prose = proseOf(text);
  // The marker of a list is structure, but a date may begin a line.
  const unlisted = prose.replace(/^[^\S\r\n]*\d+[.)]\s(?!\d{1,2}\.\s\d{4})/gmu, " ");
  return [...unlisted.matchAll(NUMBER)].flatMap(toFigures);
}

function toFigures([match, hours, minutes, half, hoursOfHalf, minutesOfHalf, halfAlone, date]: RegExpExecArray) {
  if (hours !== undefined) return [toTime(hours, minutes, half)];
  if (hoursOfHalf !== undefined) return [toTime(hoursOfHalf, minutesOfHalf, halfAlone)];
  return date === undefined ? [toNumber(match)] : date.split(".").map(toNumber);
}

/** The nought before a day, a month or an hour tells nothing. */
function toNumber(match: string): Figure {
  const name = match.replace(/\D/gu, "");
  return { name: /^0\d(?!\d)/u.test(match) ? name.slice(1) : name, spellings: [] };
}

function toTime(hours: string, minutes = "00", half?: string): Figure {
  const hour = Number(hours);
  const isAfternoon = half !== undefined && /[pμ]/iu.test(half);
  const inDay = half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  const named = half === undefined ? [hour] : [inDay, hour];
  return { name: `${inDay}:${minutes}`, spellings: named.flatMap((one) => spellingsOf(one, minutes)) };
}

function spellingsOf(hour: number, minutes: string): readonly string[] {
  return [`${hour}:${minutes}`, `${hour}${minutes.replace(":", "")}`, ...(minutes === "00" ? [`${hour}`] : [])];
}
