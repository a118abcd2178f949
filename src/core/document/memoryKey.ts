import { hashText } from "../memory/hashText.ts";
import type { MemoryKey } from "../memory/translationMemory.ts";
import type { Task } from "../writing/task.ts";
import type { Segment } from "./segment.ts";

/** Goes up when a segment goes out in another form than before: its translations are then of another text. */
export const CODEC_VERSION = 1;
/** Goes up when the prompt changes what a model is likely to answer: entries made with an older one may be stale. */
export const PROMPT_VERSION = 1;

export interface KeyOptions {
  readonly task: Task & { readonly kind: "translate" };
  /** The segment's text without its URLs. */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly index: number;
}

/** By what a segment is known, wherever it stands and whatever its links point to. */
export function memoryKey({ task, text, segments, index }: KeyOptions): MemoryKey {
  const { from = "", to, formality } = task;
  const unit = [CODEC_VERSION, from, to, formality, normalize(text)].join("\n");
  const around = [segments[index - 1]?.text, segments[index + 1]?.text, ...(segments[index]?.headings ?? [])];
  return { unit: hashText(unit), context: hashText(around.map((one) => normalize(one ?? "")).join("\n")) };
}

function normalize(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
