import { breathe } from "../breathe.ts";
import type { ChatModel, ChatUsage } from "../chat/chatModel.ts";
import { AssistantError } from "../errors.ts";
import { baseLanguage } from "../languages.ts";
import { type MarkdownContext, PLAIN_CONTEXT } from "../markdown/markdownContext.ts";
import { repairFreeMarkdown, repairMarkdown } from "../markdown/repairMarkdown.ts";
import { checkAnswer, keepsEverything } from "./checkAnswer.ts";
import { cleanAnswer } from "./cleanAnswer.ts";
import { cleanCharacters } from "./cleanCharacters.ts";
import { type Finding, isStructural } from "./finding.ts";
import type { DetectLanguage } from "./languageDetector.ts";
import { answerLanguage } from "./nameLanguage.ts";
import { buildRequest } from "./prompts.ts";
import type { Masked } from "./protect.ts";
import type { Refinement, Task } from "./task.ts";

export interface TryOptions {
  readonly task: Task;
  readonly model: ChatModel;
  readonly detectLanguage: DetectLanguage;
  readonly signal: AbortSignal;
  /** 0 by default; Try Again samples with more. */
  readonly temperature?: number;
  /** Goes on from an earlier answer to the text, as the user wants it changed; `answer` as the earlier result gave it. */
  readonly refinement?: Refinement | undefined;
  /** Called with each raw piece of an answer as it arrives, of a second try as well. */
  readonly onDelta?: (text: string) => void;
  /** Where the text is a piece of a document: what it has to be read with. */
  readonly markdown?: MarkdownContext;
  /** Whether the answer is set with the marks and spaces of its language: not unless it says so. */
  readonly typography?: boolean;
}

export interface Attempt {
  /** What was wrong with the answer before, as a sentence for the model. */
  readonly fault?: string;
  readonly masked?: Masked;
}

export interface Try {
  readonly answer: string;
  readonly findings: readonly Finding[];
  /** Whether the model's own words weren't taken as they came. */
  readonly isMended: boolean;
  /** Masks were lost, or set twice: words were moved about that nobody else would miss. */
  readonly hasLostMasks: boolean;
  readonly usage: ChatUsage | undefined;
}

/** Asks once for a framed text in LF; what comes is cleaned, repaired where there is one right way to, and checked. */
export async function tryTask(options: TryOptions, source: string, { fault, masked }: Attempt): Promise<Try> {
  const {
    task,
    model,
    detectLanguage,
    signal,
    temperature = 0,
    onDelta,
    refinement,
    markdown = PLAIN_CONTEXT,
  } = options;
  const request = buildRequest({
    task,
    text: masked?.text ?? source,
    temperature,
    fault,
    refinement,
    hasMasks: masked !== undefined,
  });
  const { text, usage, hasInvalidBytes } = await model
    .complete(request, { signal, ...(onDelta && { onDelta }) })
    .catch((error: unknown) => Promise.reject(withCleanPartialText(error, source)));
  await breathe(text);
  const cleaned = cleanAnswer(text, masked?.text ?? source, { isOwnText: task.kind === "summarize" });
  const unmasked = masked?.unmask(cleaned);
  // A lost mask is a lost piece: the check of what remains tells which, and the first try may be better.
  const checked = checkedAs(task, refinement);
  const repair = keepsEverything(checked) ? repairMarkdown : repairFreeMarkdown;
  const answer = await repair(source, unmasked?.text ?? cleaned, markdown);
  if (answer === "") throw new AssistantError("empty");
  await breathe(answer);
  const check = (one: string) => checkAnswer({ task: checked, source, answer: one, detectLanguage, markdown });
  const findings = await check(answer);
  const asked: Try = {
    answer,
    findings: hasInvalidBytes ? [...findings, { kind: "characters" }] : findings,
    isMended: answer !== (unmasked?.isWhole ? unmasked.text : text.trim()),
    hasLostMasks: unmasked?.isWhole === false,
    usage,
  };
  return options.typography ? typesetTry(asked, options, { source, check }) : asked;
}

interface Checking {
  readonly source: string;
  readonly check: (answer: string) => Promise<readonly Finding[]>;
}

/** Set as its language has it, unless the check then finds more: marks are no reason to risk a word. */
async function typesetTry(
  checked: Try,
  { task, detectLanguage }: TryOptions,
  { source, check }: Checking,
): Promise<Try> {
  const { typesetAnswer } = await import("./typesetAnswer.ts");
  const answer = await typesetAnswer({ task, source, answer: checked.answer, detectLanguage });
  if (answer === checked.answer) return checked;
  await breathe(answer);
  const findings = await check(answer);
  const hasInvalidBytes = checked.findings.some(({ kind }) => kind === "characters");
  const typeset: Try = {
    ...checked,
    answer,
    findings: hasInvalidBytes ? [...findings, { kind: "characters" }] : findings,
  };
  return penalty(typeset) > penalty(checked) ? checked : typeset;
}

/** What had arrived is shown and copied as well, and hides no more than an answer does. */
function withCleanPartialText(error: unknown, source: string): unknown {
  if (!(error instanceof AssistantError) || error.partialText === undefined) return error;
  return new AssistantError(error.kind, error.detail, cleanCharacters(error.partialText, source));
}

/** How much is wrong with a try: of two, the one with less of it is taken. */
export function penalty({ findings, hasLostMasks }: Try): number {
  const weigh = (finding: Finding) => (isStructural(finding) ? 100 : 1) * countPieces(finding);
  return findings.reduce((sum, finding) => sum + weigh(finding), hasLostMasks ? 100 : 0);
}

function countPieces(finding: Finding): number {
  return "missing" in finding ? finding.missing.length + finding.added.length : 1;
}

/** What the user wants changed may take anything out; it invents as little as a shorter wording does. */
function checkedAs(task: Task, refinement: Refinement | undefined): Task {
  const language = answerLanguage(task);
  return refinement
    ? { kind: "rewrite", style: "shorter", ...(language && { language: baseLanguage(language) }) }
    : task;
}
