import { AssistantError } from "../../errors.ts";
import { checkAnswer } from "../checkAnswer.ts";
import type { Finding } from "../finding.ts";
import type { Task } from "../task.ts";
import { penalty, type Try } from "../tryTask.ts";
import type { Answered, TwiceOptions } from "../tryTwice.ts";
import { countWords } from "./checkSummary.ts";
import { splitSource } from "./splitSource.ts";
import { textBudget, UNKNOWN_CONTEXT_TOKENS } from "./textBudget.ts";

export interface SummaryOptions extends TwiceOptions {
  readonly task: Task & { readonly kind: "summarize" };
}

/** Asks for an answer to a text, twice if the first one has faults. */
export type TryTwice = (options: TwiceOptions, source: string) => Promise<Answered>;

/** How often what was summarized in parts may be too long again: each time it is a fraction of what it was. */
const MOST_LEVELS = 6;
/** A context that is smaller holds no more than the instruction, whatever is taken in parts. */
const LEAST_CONTEXT_TOKENS = 512;
/** How often a summary of the wrong length is asked for anew. */
const MOST_RESIZES = 2;

/**
 * Summarizes a text that may be longer than the model's context: then in parts, and the summaries of the parts
 * together. What comes of it is checked against the text itself, and not against what was made of it on the way.
 */
export async function summarize(options: SummaryOptions, source: string, tryTwice: TryTwice): Promise<Answered> {
  const { text, answered } = await summarizeWhole(options, source, tryTwice);
  const checked = text === source ? answered : await recheck(options, source, answered);
  return resize(options, { source, text, answered: checked }, tryTwice);
}

interface Whole {
  /** What the answer was made from: the source, or the summaries of its parts. */
  readonly text: string;
  readonly answered: Answered;
}

async function summarizeWhole(options: SummaryOptions, source: string, tryTwice: TryTwice): Promise<Whole> {
  let context = options.model.contextTokens;
  let [text, tries] = [source, 0];
  for (let level = 0; level <= MOST_LEVELS; level += 1) {
    try {
      if (context === undefined || text.length <= textBudget(context, text)) {
        const answered = await tryTwice(options, text);
        return { text, answered: { ...answered, tries: answered.tries + tries } };
      }
      const condensed = await condense(options, { text, context }, tryTwice);
      if (condensed.text.length >= text.length) break;
      text = condensed.text;
      tries += condensed.tries;
    } catch (error) {
      context = contextOf(error, context);
    }
  }
  throw new AssistantError("contextExceeded", context === undefined ? {} : { limit: context });
}

/** The context as the refusal tells it; where it fitted by our count and was refused, the half of it. */
function contextOf(error: unknown, assumed: number | undefined): number {
  if (!(error instanceof AssistantError) || error.kind !== "contextExceeded") throw error;
  const { limit = UNKNOWN_CONTEXT_TOKENS } = error.detail;
  const context = assumed === undefined || limit < assumed ? limit : Math.floor(assumed / 2);
  if (context < LEAST_CONTEXT_TOKENS) throw error;
  return context;
}

interface Condensing {
  readonly text: string;
  readonly context: number;
}

/** The parts' summaries one after the other. What arrives of them isn't shown: they aren't the answer yet. */
async function condense(
  options: SummaryOptions,
  { text, context }: Condensing,
  tryTwice: TryTwice,
): Promise<{ readonly text: string; readonly tries: number }> {
  const budget = textBudget(context, text);
  const parts = splitSource(text, budget).map(({ start, end }) => text.slice(start, end).trim());
  const { onDelta: _onDelta, onSecondTry: _onSecondTry, ...quiet } = options;
  const words = wordsForPart(budget, parts.length);
  const controller = new AbortController();
  const signal = AbortSignal.any([options.signal, controller.signal]);
  const ask = async (part: string): Promise<Answered | undefined> => {
    if (part === "") return undefined;
    const { to } = options.task;
    const task = { kind: "summarize", form: "paragraph", isPart: true, length: words, ...(to && { to }) } as const;
    return tryTwice({ ...quiet, signal, task }, part);
  };
  try {
    const answers = (await Promise.all(parts.map(ask))).flatMap((answered) => answered ?? []);
    return {
      text: answers.map(({ best }) => best.answer).join("\n\n"),
      tries: answers.reduce((sum, answered) => sum + answered.tries, 0),
    };
  } finally {
    // The first part that fails ends the others.
    controller.abort();
  }
}

/** So many words that the summaries of all parts fit in again, if that leaves enough of each. */
function wordsForPart(budget: number, parts: number): number {
  return Math.max(30, Math.min(150, Math.floor(budget / 8 / parts)));
}

async function recheck(options: SummaryOptions, source: string, answered: Answered): Promise<Answered> {
  const { task, detectLanguage, markdown } = options;
  const check = { task, source, answer: answered.best.answer, detectLanguage, ...(markdown && { markdown }) };
  const findings = await checkAnswer(check);
  return { ...answered, best: { ...answered.best, findings } };
}

interface Sized {
  readonly source: string;
  readonly text: string;
  readonly answered: Answered;
}

/** A model that writes half as much again as it is asked for is asked for less: it errs alike each time. */
async function resize(options: SummaryOptions, sized: Sized, tryTwice: TryTwice): Promise<Answered> {
  const { source, text } = sized;
  let { best, tries } = sized.answered;
  const asked = options.task.length;
  let target = asked;
  for (let turn = 0; turn < MOST_RESIZES && asked !== undefined && target !== undefined; turn += 1) {
    const off = wordCountOf(best.findings);
    if (!off) break;
    target = Math.round(clamp((target * asked) / Math.max(1, off.got), { least: asked / 3, most: asked * 3 }));
    options.onSecondTry?.();
    const task = { ...options.task, toldLength: target };
    const answered = await tryTwice({ ...options, task }, text).catch((error: unknown) => {
      if (error instanceof AssistantError && error.kind === "cancelled") throw error;
      return undefined;
    });
    if (!answered) break;
    const { best: next } = text === source ? answered : await recheck(options, source, answered);
    tries += answered.tries;
    best = isBetter(next, best, asked) ? next : best;
  }
  return { best, tries };
}

function isBetter(next: Try, best: Try, asked: number): boolean {
  const distance = ({ answer }: Try) => Math.abs(countWords(answer) - asked);
  const rest = (one: Try) => penalty({ ...one, findings: one.findings.filter(({ kind }) => kind !== "wordCount") });
  return rest(next) === rest(best) ? distance(next) < distance(best) : rest(next) < rest(best);
}

function wordCountOf(findings: readonly Finding[]): (Finding & { readonly kind: "wordCount" }) | undefined {
  return findings.find((finding) => finding.kind === "wordCount");
}

function clamp(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.min(most, Math.max(least, value));
}
