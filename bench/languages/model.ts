import type { ChatModel, ChatRequest } from "../../src/core/chat/chatModel.ts";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { AssistantError } from "../../src/core/errors.ts";
import type { LanguageCode } from "../../src/core/languages.ts";
import { findTypography } from "../../src/core/typography/findTypography.ts";
import { answerIn } from "../../src/core/writing/answerIn.ts";
import { cleanAnswer } from "../../src/core/writing/cleanAnswer.ts";
import { buildRequest } from "../../src/core/writing/prompts.ts";
import { runTask } from "../../src/core/writing/runTask.ts";
import { STYLES, type Task } from "../../src/core/writing/task.ts";
import { instructionOf } from "../../test/support/fakeModel.ts";
import { readArticle } from "../../test/support/udhr.ts";
import { chrf, type Pair } from "../model/chrf.ts";
import { CLEARER_IN } from "./nativeInstruction.ts";
import { row } from "./printTable.ts";

/** Articles of the UDHR of one sentence, so that a model of this size on a processor needs an hour. */
const TRANSLATED = [4, 9, 3, 1] as const;
const REWRITTEN = [4, 9, 3] as const;
const STYLED = 4;

const detectLanguage = createLanguageDetector();
const { signal } = new AbortController();

/** An answer as it came, cleaned, and as the user gets it. */
interface Answers {
  readonly source: string;
  readonly first: string;
  readonly last: string;
}

/**
 * Prints for each language how often a model's first answer is in it, how often what the user gets is (a faulty answer
 * is asked for once more), chrF of both against the UDHR, and the typographic rules that both break.
 */
export async function measureTranslations(model: ChatModel, languages: readonly LanguageCode[]): Promise<void> {
  console.log(`\n${model.name}: ${TRANSLATED.length} articles of the UDHR from English`);
  console.log(row(["", "in it at first", "after the check", "chrF at first", "after", "marks at first", "after"]));
  for (const code of languages.filter((one) => one !== "en")) {
    const all: Answers[] = [];
    for (const article of TRANSLATED) {
      const task = { kind: "translate", from: "en", to: code, formality: "auto" } as const;
      all.push(await ask(model, task, readArticle("en", article)));
    }
    const references = TRANSLATED.map((article) => readArticle(code, article));
    const score = (of: "first" | "last") =>
      chrf(all.map((one, index): Pair => ({ answer: one[of], reference: references[index] ?? "" }))).toFixed(1);
    const marks = [await countMarks(all, "first", code), await countMarks(all, "last", code)];
    const inIt = [await countIn(all, "first", code), await countIn(all, "last", code)];
    console.log(row([code, ...inIt, score("first"), score("last"), ...marks.map(String)]));
  }
}

/**
 * Prints for each language how often a text of it that is to be made clearer comes back in it, and in other words: with
 * an instruction in English, with that and "Answer in …" in the language (as it is shipped), with an instruction in the
 * language, and what the user gets after the check.
 */
export async function measureRewrites(model: ChatModel, languages: readonly LanguageCode[]): Promise<void> {
  console.log(`\n${model.name}: ${REWRITTEN.length} articles of the UDHR made clearer: in the language, unchanged`);
  console.log(row(["", "in English", "and “Answer in …”", "in the language", "after the check"]));
  for (const language of languages) {
    const cells: Answers[][] = [[], [], [], []];
    for (const article of REWRITTEN) {
      const source = readArticle(language, article);
      const task = { kind: "rewrite", style: "clearer", language } as const;
      const request = buildRequest({ task, text: source, temperature: 0 });
      for (const [index, vary] of [withoutReminder, withNative].entries()) {
        const answer = await complete(model, vary(request, language));
        const first = cleanAnswer(answer, source);
        cells[index * 2]?.push({ source, first, last: first });
      }
      const shipped = await ask(model, task, source);
      cells[1]?.push({ ...shipped, last: shipped.first });
      cells[3]?.push(shipped);
    }
    const counts = [];
    for (const all of cells) {
      const unchanged = all.filter(({ source, last }) => source === last).length;
      counts.push(`${await countIn(all, "last", language)}${unchanged > 0 ? `, ${unchanged} unchanged` : ""}`);
    }
    console.log(row([language, ...counts]));
  }
}

/**
 * Prints for each style in how many of the languages a text comes back in its language, in how many in the same words,
 * how long it then is, and which languages it didn't come back in.
 */
export async function measureStyles(model: ChatModel, languages: readonly LanguageCode[]): Promise<void> {
  console.log(`\n${model.name}: article ${STYLED} of the UDHR in each style, as the user gets it`);
  console.log(row(["", "in the language", "unchanged", "words for 100", "not in"]));
  for (const style of STYLES.filter((one) => one !== "custom")) {
    const answers: Answers[] = [];
    const lost: LanguageCode[] = [];
    for (const language of languages) {
      const answer = await ask(model, { kind: "rewrite", style, language }, readArticle(language, STYLED));
      if ((await detectLanguage(answer.last)) !== language) lost.push(language);
      answers.push(answer);
    }
    const unchanged = answers.filter(({ source, last }) => source === last).length;
    const words = (of: "source" | "last") => answers.reduce((sum, one) => sum + one[of].split(/\s+/u).length, 0);
    const ratio = Math.round((100 * words("last")) / words("source"));
    const inIt = `${languages.length - lost.length} of ${languages.length}`;
    console.log(row([style, inIt, String(unchanged), String(ratio), lost.join(" ")]));
  }
}

/** The way of a command; the first answer is kept beside what it ends with. */
async function ask(model: ChatModel, task: Task, source: string): Promise<Answers> {
  const answers: string[] = [];
  const listening: ChatModel = {
    ...model,
    complete: async (request, options) => {
      const answer = await model.complete(request, options);
      answers.push(answer.text);
      return answer;
    },
  };
  const asked = runTask({ text: source, task, model: listening, detectLanguage, signal, typography: true });
  const last = await asked.then(({ text }) => text, whatWasCut);
  return { source, first: cleanAnswer(answers[0] ?? last, source), last };
}

async function complete(model: ChatModel, request: ChatRequest): Promise<string> {
  return await model.complete(request, { signal }).then(({ text }) => text, whatWasCut);
}

/** A model that repeats itself to the end of its room has given no answer; what it wrote is rated all the same. */
function whatWasCut(error: unknown): string {
  if (error instanceof AssistantError && error.kind === "truncated") return error.partialText ?? "";
  throw error;
}

function withoutReminder({ messages, ...request }: ChatRequest, language: LanguageCode): ChatRequest {
  const reminder = ` ${answerIn(language)}`;
  return {
    ...request,
    messages: messages.map(({ role, content }) => ({ role, content: content.replace(reminder, "") })),
  };
}

function withNative(request: ChatRequest, language: LanguageCode): ChatRequest {
  const instruction = instructionOf(request);
  return {
    ...request,
    messages: request.messages.map(({ role, content }) => ({
      role,
      content: content.replace(instruction, () => CLEARER_IN[language]),
    })),
  };
}

async function countIn(all: readonly Answers[], of: "first" | "last", language: LanguageCode): Promise<string> {
  let right = 0;
  for (const one of all) if ((await detectLanguage(one[of])) === language) right += 1;
  return `${right} of ${all.length}`;
}

async function countMarks(all: readonly Answers[], of: "first" | "last", language: LanguageCode): Promise<number> {
  let count = 0;
  for (const one of all) count += (await findTypography(one[of], { language, markup: "markdown" })).length;
  return count;
}
