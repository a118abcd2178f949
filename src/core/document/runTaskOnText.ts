import type { ChatModel } from "../chat/chatModel.ts";
import { logTask } from "../writing/logTask.ts";
import type { RunTaskOptions, TaskResult } from "../writing/runTask.ts";
import { runTaskInParts } from "../writing/runTaskInParts.ts";
import { type FormatName, findFormat } from "./formats/documentFormat.ts";
import type { TranslateBlocks } from "./translateBlocks.ts";

export interface RunTaskOnTextOptions extends RunTaskOptions {
  /** Where the text stands, whose format says what its blocks are; what stands nowhere is read as Markdown. */
  readonly place?: { readonly fileName: string; readonly languageId: string } | undefined;
  /** Reading a long text takes its time: it is done where nobody waits for it. */
  readonly translateBlocks: TranslateBlocks;
  /** So it is with a long text that is asked about as a whole. */
  readonly runLongTask: RunLongTask;
}

/** A task on a text as a whole or in parts, wherever it is done. */
export type RunLongTask = (options: Omit<RunTaskOptions, "detectLanguage">) => Promise<TaskResult>;

/** UTF-16 units from which on reading and checking a text is felt by what waits meanwhile. */
const LONG = 50_000;

/**
 * Has a model do a task on a text. A translation of several blocks goes the way of a document; all else is asked about
 * as a whole, or in parts where it wouldn't fit. Rejects as `runTask` does.
 */
export async function runTaskOnText(options: RunTaskOnTextOptions): Promise<TaskResult> {
  const { task, place, refinement, text, signal, temperature = 0, typography = false } = options;
  const format: FormatName | undefined = place ? findFormat(place.fileName, place.languageId) : "markdown";
  if (task.kind === "translate" && format && !refinement && /[\r\n]/u.test(text.trim())) {
    const { model, onProgress } = createStream(options);
    const asked = { task, text, format, model, signal, temperature, typography, onProgress };
    const translated = await options.translateBlocks(asked);
    if (translated) {
      logTask(options, translated);
      return translated;
    }
  }
  return text.length < LONG ? runTaskInParts(options) : options.runLongTask(options);
}

/** Passes on the first answer to each block as it comes, apart from the one before it; what is asked again isn't shown. */
function createStream({ model, onDelta }: RunTaskOptions) {
  let isFirstAnswer = true;
  let hasShown = false;
  const complete: ChatModel["complete"] = (request, chat) => {
    if (!onDelta || !isFirstAnswer) return model.complete(request, chat);
    isFirstAnswer = false;
    let isBegun = false;
    return model.complete(request, {
      ...chat,
      onDelta: (delta) => {
        if (!isBegun && hasShown) onDelta("\n\n");
        isBegun = true;
        hasShown = true;
        onDelta(delta);
      },
    });
  };
  const onProgress = () => {
    isFirstAnswer = true;
  };
  return { model: { ...model, complete }, onProgress };
}
