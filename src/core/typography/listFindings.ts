import type { TypographyEdit } from "./findTypography.ts";
import { mostlyTyped } from "./keyboardHabits.ts";
import type { RuleId } from "./typographyRule.ts";

/** One thing to tell a writer. */
export interface TypographyFinding {
  readonly rule: RuleId;
  /** What makes it right, in order; the first shows where it is. */
  readonly edits: readonly TypographyEdit[];
  /** How many of its kind it stands for: more than 1 where a text is typed in one way. */
  readonly count: number;
}

/** From so many on, what a text mostly has is told once. */
const MANY = 3;

/** What to tell of a text's edits: a writer who has mostly typed straight marks is told so once. */
export function listFindings(text: string, edits: readonly TypographyEdit[]): readonly TypographyFinding[] {
  const groups = groupEdits(edits);
  const habits = mostlyTyped(text);
  const counts = new Map<RuleId, number>();
  for (const [first] of groups) if (first) counts.set(first.rule, (counts.get(first.rule) ?? 0) + 1);
  const told = new Set<RuleId>();
  return groups.flatMap((group) => {
    const rule = group[0]?.rule;
    if (rule === undefined) return [];
    const count = counts.get(rule) ?? 0;
    if (!habits.includes(rule) || count < MANY) return [{ rule, edits: group, count: 1 }];
    if (told.has(rule)) return [];
    told.add(rule);
    return [{ rule, edits: group, count }];
  });
}

function groupEdits(edits: readonly TypographyEdit[]): readonly (readonly TypographyEdit[])[] {
  const groups = new Map<number, TypographyEdit[]>();
  for (const edit of edits) groups.set(edit.group, [...(groups.get(edit.group) ?? []), edit]);
  return [...groups.values()];
}
