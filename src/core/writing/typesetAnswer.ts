import { compareTexts } from "../diff/compareTexts.ts";
import { baseLanguage, type LanguageCode } from "../languages.ts";
import { applyEdits } from "../typography/applyEdits.ts";
import { findTypography, type TypographyEdit } from "../typography/findTypography.ts";
import { keyboardHabits } from "../typography/keyboardHabits.ts";
import { typeset } from "../typography/typeset.ts";
import type { DetectLanguage } from "./languageDetector.ts";
import { answerLanguage } from "./nameLanguage.ts";
import type { Task } from "./task.ts";

export interface TypesetOptions {
  readonly task: Task;
  readonly source: string;
  readonly answer: string;
  readonly detectLanguage: DetectLanguage;
}

/**
 * The answer with the marks, spaces and numbers that its language has. Where a text is corrected or rewritten, what
 * the model left as it was stays, and so does the writer's way to type.
 */
export async function typesetAnswer({ task, source, answer, detectLanguage }: TypesetOptions): Promise<string> {
  if (answer === source) return answer;
  const language = await languageOf(task, answer, detectLanguage);
  if (!language) return answer;
  const options = { language, markup: "markdown" } as const;
  if (task.kind === "translate" || task.kind === "summarize") return typeset(answer, options);
  const edits = await findTypography(answer, { ...options, without: keyboardHabits(source) });
  return edits.length === 0 ? answer : applyEdits(answer, withinChanges(edits, source, answer));
}

async function languageOf(task: Task, answer: string, detect: DetectLanguage): Promise<LanguageCode | undefined> {
  const named = answerLanguage(task);
  return named ? baseLanguage(named) : detect(answer);
}

/** The edits all of whose group touch what the model wrote. */
function withinChanges(edits: readonly TypographyEdit[], source: string, answer: string): readonly TypographyEdit[] {
  const changed = changedRanges(source, answer);
  const isChanged = ({ start, end }: TypographyEdit) =>
    changed.some((range) =>
      start === end ? range.start <= start && start <= range.end : start < range.end && range.start < end,
    );
  const kept = new Set(edits.filter((edit) => !isChanged(edit)).map(({ group }) => group));
  return edits.filter(({ group }) => !kept.has(group));
}

/** Where the model put something in, and, without length, where it took something out. */
function changedRanges(source: string, answer: string) {
  let at = 0;
  return compareTexts(source, answer).flatMap(({ kind, text }) => {
    const start = at;
    if (kind === "deleted") return [{ start, end: start }];
    if (kind === "movedFrom") return [];
    at += text.length;
    return kind === "inserted" ? [{ start, end: at }] : [];
  });
}
