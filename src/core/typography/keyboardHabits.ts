import type { RuleId } from "./typographyRule.ts";

interface Habit {
  readonly rule: RuleId;
  /** As a keyboard has it. */
  readonly typed: RegExp;
  /** As it is set. */
  readonly set: RegExp;
}

/** Who types straight quotation marks types straight apostrophes. */
const STRAIGHT = { typed: /"|\p{L}'/gu, set: /[“”„«»]|\p{L}’/gu };

const HABITS: readonly Habit[] = [
  { rule: "straightQuotes", ...STRAIGHT },
  { rule: "apostrophe", ...STRAIGHT },
  { rule: "ellipsis", typed: /\.{3}/gu, set: /…/gu },
  { rule: "dash", typed: / -{1,3} /gu, set: /[–—]/gu },
  { rule: "percentSpace", typed: /\d ?[%‰]/gu, set: /\d[\u00a0\u202f][%‰]/gu },
  { rule: "groupSpace", typed: /\d \d{3}/gu, set: /\d[\u00a0\u202f]\d{3}/gu },
];

/** What a writer leaves to a blank or takes over from English: no way to type that a correction should keep. */
const OTHER_WAYS: readonly Habit[] = [
  { rule: "highSpace", typed: /[ \p{L}][;:!?]/gu, set: /[\u00a0\u202f][;:!?]/gu },
  { rule: "quoteSpace", typed: /«[^\u00a0\u202f]/gu, set: /«[\u00a0\u202f]/gu },
  { rule: "groupMark", typed: /\d(?:,\d{3}){2}/gu, set: /\d(?:[.\u00a0\u202f]\d{3}){2}/gu },
];

/** The rules about marks and spaces that a text has as a keyboard does, and never as they are set: its writer's way. */
export function keyboardHabits(text: string): readonly RuleId[] {
  return HABITS.filter(({ typed, set }) => count(text, typed) > 0 && count(text, set) === 0).map(({ rule }) => rule);
}

/** The rules that a text mostly doesn't keep to: told once, they are told. */
export function mostlyTyped(text: string): readonly RuleId[] {
  const habits = [...HABITS, ...OTHER_WAYS];
  return habits.filter(({ typed, set }) => count(text, typed) > count(text, set)).map(({ rule }) => rule);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
