import { baseLanguage, type LanguageCode } from "../../languages.ts";
import type { Finding } from "../finding.ts";
import type { DetectLanguage } from "../languageDetector.ts";
import type { Task } from "../task.ts";
import { abbreviationsOf, createNameIndex, findNames } from "./findNames.ts";
import { inventedNumbers } from "./inventedNumbers.ts";
import { createSpelling } from "./spellOut.ts";

export interface SummaryCheck {
  readonly task: Task & { readonly kind: "summarize" };
  readonly source: string;
  readonly answer: string;
  readonly detectLanguage: DetectLanguage;
}

/** How far the length may be from the one that was asked for. */
const LENGTH_TOLERANCE = 0.2;

/** Flags figures and names that the source doesn't have, and a length that wasn't asked for. */
export async function checkSummary(check: SummaryCheck): Promise<readonly Finding[]> {
  const { source, answer, task } = check;
  const numbers = inventedNumbers(source, answer);
  const names = await inventedNames(check);
  return [
    ...(numbers.length > 0 ? [{ kind: "numbers", missing: [], added: numbers } as const] : []),
    ...(names.length > 0 ? [{ kind: "names", missing: [], added: names } as const] : []),
    ...checkLength(answer, task.length),
  ];
}

/** In another language names may be other words (Deutschland, Saksa), which nothing here can know. */
async function inventedNames({ task, source, answer, detectLanguage }: SummaryCheck): Promise<readonly string[]> {
  // The words of a title may all have capitals.
  if (task.form === "title") return [];
  const language = task.to && baseLanguage(task.to);
  const names = findNames(answer, language);
  if (names.length === 0 || (await isTranslated(source, language, detectLanguage))) return [];
  const spelledOut = [...new Set(abbreviationsOf(source))].flatMap(createSpelling(answer));
  const isIn = createNameIndex([source, ...spelledOut].join("\n"));
  const spell = createSpelling(source);
  return names.filter((name) => !isIn(name) && spell(name).length === 0);
}

/** Letters that tell the language of a text as well as all of it. */
const SAMPLE = 4000;

async function isTranslated(source: string, to: LanguageCode | undefined, detect: DetectLanguage): Promise<boolean> {
  const from = to && (await detect(source.slice(0, SAMPLE)));
  return from !== undefined && from !== to;
}

function checkLength(answer: string, asked: number | undefined): readonly Finding[] {
  if (asked === undefined) return [];
  const got = countWords(answer);
  return Math.abs(got - asked) > asked * LENGTH_TOLERANCE ? [{ kind: "wordCount", asked, got }] : [];
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-’'.,][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;
}
