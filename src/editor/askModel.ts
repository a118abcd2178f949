import type * as vscode from "vscode";
import type { ChatModel } from "../core/chat/chatModel.ts";
import { throwIfCancelled } from "../core/errors.ts";
import type { Logger } from "../core/log.ts";
import { untilCancelled } from "../core/untilCancelled.ts";
import type { DetectLanguage } from "../core/writing/languageDetector.ts";
import { type Refinement, type Task, targetOf } from "../core/writing/task.ts";
import type { Connect } from "./connections.ts";
import type { Runs } from "./runs.ts";
import type { SelectionTarget } from "./selectionTarget.ts";
import type { ThreadTasks } from "./threadTasks.ts";
import type { Try } from "./tries.ts";

/** What asking a model takes. */
export interface Asker extends ThreadTasks {
  readonly connect: Connect;
  readonly detectLanguage: DetectLanguage;
  /** Whether answers are set as their language has it, by the settings of where their text stands. */
  readonly asksForTypography?: (scope: vscode.Uri | undefined) => boolean;
  readonly runs: Runs;
  readonly log: Logger;
}

export interface Question {
  readonly task: Task;
  /** What is being done, for the status bar: `Translating into suomi…`. */
  readonly progressTitle: string;
  readonly sources: readonly string[];
  /** Where the sources stand: its settings say whether answers are set as their language has it, its format what their blocks are. */
  readonly document?: Pick<SelectionTarget, "uri" | "languageId"> | undefined;
  /** 0 for the likeliest answer. */
  readonly temperature: number;
  /** What each source's earlier answer should be changed in, where this is about a change. */
  readonly refinements?: readonly Refinement[];
  /** Ends the run beside the status bar's Cancel. */
  readonly signal?: AbortSignal;
  /** Each piece of an answer as it arrives, with the index of its source. */
  readonly onDelta?: (text: string, index: number) => void;
  /** The answer to this source had faults, and is asked for once more. */
  readonly onSecondTry?: (index: number) => void;
}

/**
 * Has the endpoint's model answer all the sources, one after the other: everything that text is sent for goes through
 * here. The run shows in the status bar, whose click cancels it. If one source fails, all do.
 */
export async function askModel(asker: Asker, question: Question): Promise<Try> {
  const run = asker.runs.begin(question.progressTitle);
  const signal = question.signal ? AbortSignal.any([run.signal, question.signal]) : run.signal;
  try {
    // Whatever hangs on the way, the keychain for one: Cancel ends the run at once.
    return await untilCancelled(() => askForAll(asker, question, { signal, onReceived: run.addReceived }), signal);
  } finally {
    run.dispose();
  }
}

type All = Pick<One, "signal" | "onReceived">;

async function askForAll(asker: Asker, question: Question, { signal, onReceived }: All): Promise<Try> {
  const model = await asker.connect(question.task.kind, { to: targetOf(question.task), signal });
  const results: Try[number][] = [];
  for (const [index, text] of question.sources.entries()) {
    throwIfCancelled(signal);
    if (text.trim() === "") results.push({ text, findings: [], outcome: "unchanged", tries: 0 });
    else results.push(await askForOne(asker, question, { index, text, model, signal, onReceived }));
  }
  return results;
}

interface One {
  readonly index: number;
  readonly text: string;
  readonly model: ChatModel;
  readonly signal: AbortSignal;
  readonly onReceived: (characters: number) => void;
}

async function askForOne(
  { detectLanguage, translateBlocks, runLongTask, asksForTypography, log }: Asker,
  question: Question,
  one: One,
): Promise<Try[number]> {
  const { task, document, temperature, refinements, onDelta, onSecondTry } = question;
  const { index, text, model, signal, onReceived } = one;
  // Loaded with the first task, and not with the window.
  const { runTaskOnText } = await import("../core/document/runTaskOnText.ts");
  return runTaskOnText({
    place: document && { fileName: document.uri.path, languageId: document.languageId },
    task,
    text,
    model,
    detectLanguage,
    translateBlocks,
    runLongTask,
    signal,
    temperature,
    logger: log,
    typography: asksForTypography?.(document?.uri) ?? false,
    refinement: refinements?.[index],
    onDelta: (delta) => {
      onReceived(delta.length);
      onDelta?.(delta, index);
    },
    onSecondTry: () => onSecondTry?.(index),
  });
}
