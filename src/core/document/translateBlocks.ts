import type { ChatModel } from "../chat/chatModel.ts";
import { AssistantError } from "../errors.ts";
import type { Finding } from "../writing/finding.ts";
import { takeFrame } from "../writing/frame.ts";
import type { RunTaskOptions, TaskResult } from "../writing/runTask.ts";
import type { DocumentReading } from "./documentReading.ts";
import { type FormatName, loadFormat } from "./formats/documentFormat.ts";
import { DEFAULT_FRONT_MATTER_KEYS } from "./frontMatterKeys.ts";
import { type TranslatedDocument, type TranslateTask, translateReading } from "./translateDocument.ts";

export interface TranslateBlocksOptions extends RunTaskOptions {
  readonly task: TranslateTask;
  readonly format: FormatName;
}

/**
 * Translates a text of several blocks, such as a selection, as a document is translated: each block by itself, all
 * else byte for byte as it was, what has a fault left as it was and named. `undefined` for a text of one block, which
 * is asked about as a whole. Rejects as `translateReading` does, and as `runTask` where no block has an answer.
 */
export async function translateBlocks(options: TranslateBlocksOptions): Promise<TaskResult | undefined> {
  const { format, onDelta, text: source, ...rest } = options;
  const frame = takeFrame(source);
  if (!frame.text.includes("\n")) return undefined;
  const read = await loadFormat(format);
  const reading = await read(frame.text, { frontMatterKeys: DEFAULT_FRONT_MATTER_KEYS });
  if (!hasSeveralBlocks(reading)) return undefined;
  const stream = createStream(options.model, onDelta);
  const asked = { ...rest, format, model: stream.model, onProgress: stream.beginBlock };
  const document = await translateReading(reading, asked);
  throwWhereNothingCame(document);
  const text = frame.restore(document.text);
  return {
    text,
    findings: findingsOf(document, frame.text),
    outcome: text === source ? "unchanged" : "changed",
    tries: document.progress.requests,
  };
}

/** More than one piece of prose, or lines beside it that are none: a framed text neither begins nor ends with a blank one. */
function hasSeveralBlocks({ text, segments }: DocumentReading): boolean {
  const inner = new Set(segments.flatMap(({ insets = [] }) => insets.map(({ segment }) => segment)));
  const [first, ...others] = segments.filter((_, index) => !inner.has(index));
  if (!first) return false;
  const around = [text.slice(0, first.range.start), text.slice(first.range.end)];
  return others.length > 0 || around.some((beside) => beside.includes("\n"));
}

/** Passes on the first answer to each block as it comes, apart from the one before it; what is asked again isn't shown. */
function createStream(model: ChatModel, onDelta: RunTaskOptions["onDelta"]) {
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
  const beginBlock = () => {
    isFirstAnswer = true;
  };
  return { model: { ...model, complete }, beginBlock };
}

function throwWhereNothingCame({ issues, outcomes }: TranslatedDocument): void {
  const [error] = issues.flatMap((issue) => issue.error ?? []);
  if (error && outcomes.every((outcome) => outcome === "kept")) throw new AssistantError(error);
}

function findingsOf({ issues }: TranslatedDocument, text: string): readonly Finding[] {
  const doubts = issues.flatMap(({ kind, findings }) => (kind === "doubt" ? findings : []));
  const passages = issues.flatMap(({ kind, source }) => (kind === "fault" ? text.slice(source.start, source.end) : []));
  return passages.length > 0 ? [...doubts, { kind: "kept", passages }] : doubts;
}
