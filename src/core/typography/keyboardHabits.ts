import type { RuleId } from "./typographyRule.ts";

interface Habit {
  readonly rule: RuleId;
  /** As a keyboard has it. */
  readonly typed: RegExp;
  /** As it is set. */
  readonly set: RegExp;
}

/** Who types straight quotation marks types straight apostrophes. */
const STRAIGHT = { typed: /"|\p{L}'/u, set: /[“”„«»]|\p{L}’/u };

const HABITS: readonly Habit[] = [
  { rule: "straightQuotes", ...STRAIGHT },
  { rule: "apostrophe", ...STRAIGHT },
  { rule: "ellipsis", typed: /\.{3}/u, set: /…/u },
  { rule: "dash", typed: / -{1,3} /u, set: /[–—]/u },
  { rule: "percentSpace", typed: /\d ?[%‰]/u, set: /\d[\u00a0\u202f][%‰]/u },
  { rule: "groupSpace", typed: /\d \d{3}/u, set: /\d[\u00a0\u202f]\d{3}/u },
];

/** What a keyboard's writer leaves to a blank: no way to type that a correction should keep, but told once as well. */
const PLAIN_SPACES: readonly Habit[] = [
  { rule: "highSpace", typed: /[ \p{L}][;:!?]/u, set: /[\u00a0\u202f][;:!?]/u },
  { rule: "quoteSpace", typed: /[«»]/u, set: /«[\u00a0\u202f]|[\u00a0\u202f]»/u },
];

/** The rules about marks and spaces that a text has as a keyboard does, and never as they are set: its writer's way. */
export function keyboardHabits(text: string): readonly RuleId[] {
  return habitsIn(text, HABITS);
}

/** The same, with the spaces that a keyboard doesn't have. */
export function typedThroughout(text: string): readonly RuleId[] {
  return habitsIn(text, [...HABITS, ...PLAIN_SPACES]);
}

function habitsIn(text: string, habits: readonly Habit[]): readonly RuleId[] {
  return habits.filter(({ typed, set }) => typed.test(text) && !set.test(text)).map(({ rule }) => rule);
}
