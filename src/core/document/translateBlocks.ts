import { AssistantError } from "../errors.ts";
import type { Finding } from "../writing/finding.ts";
import { takeFrame } from "../writing/frame.ts";
import type { TaskResult } from "../writing/runTask.ts";
import type { DocumentReading } from "./documentReading.ts";
import { type FormatName, loadFormat } from "./formats/documentFormat.ts";
import { DEFAULT_FRONT_MATTER_KEYS } from "./frontMatterKeys.ts";
import {
  longestSegment,
  type TranslatedDocument,
  type TranslateReadingOptions,
  translateReading,
} from "./translateDocument.ts";

export type BlocksOptions = Pick<
  TranslateReadingOptions,
  "task" | "model" | "detectLanguage" | "signal" | "temperature" | "typography" | "onProgress"
> & {
  readonly text: string;
  readonly format: FormatName;
};

/** `translateBlocks`, wherever it is done. */
export type TranslateBlocks = (options: Omit<BlocksOptions, "detectLanguage">) => Promise<TaskResult | undefined>;

/**
 * Translates a text of several blocks, such as a selection, as a document is translated: each block by itself, one after
 * the other, all else byte for byte as it was, what has a fault left as it was and named. `undefined` for a text of one
 * block that isn't too long for the model, which is asked about as a whole. Rejects as `translateReading` does, and as `runTask` where no block has an answer.
 */
export async function translateBlocks({ text: source, ...options }: BlocksOptions): Promise<TaskResult | undefined> {
  const frame = takeFrame(source);
  const read = await loadFormat(options.format);
  const mostTokens = longestSegment(options);
  const reading = await read(frame.text, { frontMatterKeys: DEFAULT_FRONT_MATTER_KEYS, mostTokens });
  if (!hasSeveralBlocks(reading)) return undefined;
  const document = await translateReading(reading, options);
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

function throwWhereNothingCame({ issues, outcomes }: TranslatedDocument): void {
  const [error] = issues.flatMap((issue) => issue.error ?? []);
  if (error && outcomes.every((outcome) => outcome === "kept")) throw new AssistantError(error);
}

function findingsOf({ issues }: TranslatedDocument, text: string): readonly Finding[] {
  const doubts = issues.flatMap(({ kind, findings }) => (kind === "doubt" ? findings : []));
  const passages = issues.flatMap(({ kind, source }) => (kind === "fault" ? text.slice(source.start, source.end) : []));
  return passages.length > 0 ? [...doubts, { kind: "kept", passages }] : doubts;
}
