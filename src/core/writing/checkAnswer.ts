import { breathe } from "../breathe.ts";
import { type Difference, differenceOf } from "../differenceOf.ts";
import { baseLanguage } from "../languages.ts";
import { compareMarkdown, type MarkdownFault } from "../markdown/compareMarkdown.ts";
import { type MarkdownContext, PLAIN_CONTEXT } from "../markdown/markdownContext.ts";
import { checkAddress } from "./address/checkAddress.ts";
import { checkCorrection } from "./corrections/checkCorrection.ts";
import type { Finding } from "./finding.ts";
import { findRepeatedUrls } from "./findRepeatedUrls.ts";
import { isLooping } from "./isLooping.ts";
import type { DetectLanguage } from "./languageDetector.ts";
import { findPlaceholders, proseOf } from "./literals.ts";
import { answerLanguage } from "./nameLanguage.ts";
import { compareNumbers } from "./numbers.ts";
import { checkSummary } from "./summary/checkSummary.ts";
import type { Task } from "./task.ts";

export interface CheckOptions {
  /** With the language in it that the answer is to be in; an answer to another isn't asked for its language. */
  readonly task: Task;
  /** Framed, in LF. */
  readonly source: string;
  /** Cleaned, in LF. */
  readonly answer: string;
  readonly detectLanguage: DetectLanguage;
  /** Where the text is a piece of a document: what it has to be read with. */
  readonly markdown?: MarkdownContext;
}

/** Letters from which on a language can be told at all. */
const LETTERS_FOR_LANGUAGE = 40;
/** Words from which on a translation that equals its source is no accident. */
const WORDS_FOR_UNCHANGED = 3;
/**
 * An answer this many times as long as its source is suspicious, from so many characters on, or as short; and sooner if
 * a sentence of the source came to its end and the answer's didn't. Of the 24 languages none takes half of another's room.
 */
const LENGTH = { longFrom: 60, longest: 3, shortFrom: 40, shortest: 1 / 2, shortestWithoutEnd: 2 / 3 };

/** Compares an answer with its source. What it finds is a reason to ask again or to warn, never to change the answer. */
export async function checkAnswer(options: CheckOptions): Promise<readonly Finding[]> {
  const { task, source, answer } = options;
  const isUnchanged = answer === source;
  if (isUnchanged) return isSuspiciouslyUnchanged(task, source) ? [{ kind: "unchanged" }] : [];
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    findings.push(...(await check(options)));
    await breathe(answer);
  }
  if (isLooping(answer) && !isLooping(source)) findings.push({ kind: "repetition" });
  return findings;
}

/** In the order in which they are told. */
const CHECKS: readonly ((options: CheckOptions) => readonly Finding[] | Promise<readonly Finding[]>)[] = [
  findStructure,
  ({ task, source, answer }) =>
    keepsEverything(task) ? difference("urls", task, { missing: [], added: findRepeatedUrls(source, answer) }) : [],
  ({ task, source, answer }) =>
    difference("placeholders", task, differenceOf(findPlaceholders(source), findPlaceholders(answer))),
  findFigures,
  findLanguage,
  findLength,
  checkAddress,
  ({ task, source, answer }) => (task.kind === "correct" ? checkCorrection(source, answer) : []),
];

function isSuspiciouslyUnchanged(task: Task, source: string): boolean {
  if (task.kind !== "translate") return false;
  return (proseOf(source).match(/\p{L}{2,}/gu) ?? []).length >= WORDS_FOR_UNCHANGED;
}

/** How a task may change what must not be invented: a translation keeps all of it, a summary may leave some out. */
export function keepsEverything(task: Task): boolean {
  return task.kind === "translate" || task.kind === "correct";
}

function mayDrop(task: Task): boolean {
  return (
    task.kind === "summarize" || (task.kind === "rewrite" && (task.style === "shorter" || task.style === "executive"))
  );
}

function difference(
  kind: "numbers" | "placeholders" | "urls" | "code" | "markup",
  task: Task,
  { missing, added }: Difference,
): readonly Finding[] {
  const lost = mayDrop(task) || (kind === "numbers" && !keepsEverything(task)) ? [] : missing;
  // A repeated piece isn't an invented one where the text may be put in other words.
  return lost.length + added.length > 0 ? [{ kind, missing: lost, added }] : [];
}

async function findStructure({
  task,
  source,
  answer,
  markdown = PLAIN_CONTEXT,
}: CheckOptions): Promise<readonly Finding[]> {
  const faults = await compareMarkdown(source, answer, { keepBlocks: keepsEverything(task), markdown });
  return faults.flatMap((fault) => {
    if (fault.kind === "blocks") return keepsEverything(task) ? [{ kind: "blocks" } as const] : [];
    const kind = FINDING_OF[fault.kind];
    // Emphasis and layout are the writer's means in a rewrite or a summary, and not a fault.
    if (kind === "markup" && !keepsEverything(task)) return [];
    return difference(kind, task, fault);
  });
}

const FINDING_OF = {
  code: "code",
  url: "urls",
  html: "markup",
  emphasis: "markup",
  link: "markup",
} as const satisfies Record<Exclude<MarkdownFault["kind"], "blocks">, string>;

async function findFigures(options: CheckOptions): Promise<readonly Finding[]> {
  const { task, source, answer } = options;
  return task.kind === "summarize"
    ? await checkSummary({ ...options, task })
    : difference("numbers", task, compareNumbers(source, answer));
}

async function findLanguage({ task, answer, detectLanguage }: CheckOptions): Promise<readonly Finding[]> {
  if ((answer.match(/\p{L}/gu) ?? []).length < LETTERS_FOR_LANGUAGE) return [];
  const locale = answerLanguage(task);
  const expected = locale && baseLanguage(locale);
  const found = expected && (await detectLanguage(answer));
  return expected && found && found !== expected ? [{ kind: "language", expected, found }] : [];
}

function findLength({ task, source, answer }: CheckOptions): readonly Finding[] {
  if (!keepsEverything(task)) return [];
  const ratio = answer.length / source.length;
  const shortest = hasEnd(source) && !hasEnd(answer) ? LENGTH.shortestWithoutEnd : LENGTH.shortest;
  const isShort = source.length >= LENGTH.shortFrom && ratio < shortest;
  const isLong = answer.length >= LENGTH.longFrom && ratio > LENGTH.longest;
  return isShort || isLong ? [{ kind: "length", ratio }] : [];
}

/** A stop, a bracket, a mark: what the last sentence of a text ends with. */
function hasEnd(text: string): boolean {
  return /[\p{P}\p{S}]\s*$/u.test(text);
}
