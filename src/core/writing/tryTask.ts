import type { ChatModel, ChatUsage } from "../chat/chatModel.ts";
import { AssistantError } from "../errors.ts";
import { baseLanguage } from "../languages.ts";
import { type MarkdownContext, PLAIN_CONTEXT } from "../markdown/markdownContext.ts";
import { repairMarkdown } from "../markdown/repairMarkdown.ts";
import { checkAnswer } from "./checkAnswer.ts";
import { cleanAnswer } from "./cleanAnswer.ts";
import type { Finding } from "./finding.ts";
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
  const { text, usage, hasInvalidBytes } = await model.complete(request, { signal, ...(onDelta && { onDelta }) });
  const cleaned = cleanAnswer(text, masked?.text ?? source);
  const unmasked = masked ? masked.unmask(cleaned) : cleaned;
  // A lost mask is a lost piece: the check of what remains tells which, and the first try may be better.
  const answer = await repairMarkdown(source, unmasked ?? cleaned, markdown);
  if (answer === "") throw new AssistantError("empty");
  const findings = await checkAnswer({ task: checkedAs(task, refinement), source, answer, detectLanguage, markdown });
  return {
    answer,
    findings: hasInvalidBytes ? [...findings, { kind: "characters" }] : findings,
    isMended: answer !== (unmasked ?? text.trim()),
    usage,
  };
}

/** What the user wants changed may take anything out; it invents as little as a shorter wording does. */
function checkedAs(task: Task, refinement: Refinement | undefined): Task {
  const language = answerLanguage(task);
  return refinement
    ? { kind: "rewrite", style: "shorter", ...(language && { language: baseLanguage(language) }) }
    : task;
}
