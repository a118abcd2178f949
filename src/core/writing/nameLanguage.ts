import { baseLanguage, type Locale } from "../languages.ts";
import type { DetectLanguage } from "./languageDetector.ts";
import type { Task } from "./task.ts";

/**
 * The task with the text's language in it, where the user didn't name it and the detector is sure. Small models
 * that aren't told which language to write in fall back on that of the instruction, English.
 */
export async function nameLanguage(task: Task, text: string, detectLanguage: DetectLanguage): Promise<Task> {
  if (isNamed(task)) return task;
  const language = await detectLanguage(text);
  if (!language) return task;
  switch (task.kind) {
    case "translate":
      // A text that seems to be in the target language already had better be judged by the model.
      return language === baseLanguage(task.to) ? task : { ...task, from: language };
    case "correct":
    case "rewrite":
      return { ...task, language };
    case "summarize":
      return { ...task, to: language };
    default:
      return task satisfies never;
  }
}

/** The language that the answer is to be in, where the task names it. */
export function answerLanguage(task: Task): Locale | undefined {
  switch (task.kind) {
    case "translate":
    case "summarize":
      return task.to;
    case "correct":
    case "rewrite":
      return task.language;
    default:
      return task satisfies never;
  }
}

function isNamed(task: Task): boolean {
  switch (task.kind) {
    case "translate":
      return task.from !== undefined;
    case "correct":
    case "rewrite":
      return task.language !== undefined;
    case "summarize":
      return task.to !== undefined;
    default:
      return task satisfies never;
  }
}
