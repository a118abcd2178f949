import type { DocumentContexts, MarkdownContext } from "../markdown/markdownContext.ts";
import { type AbstractText, abstractUrls } from "../memory/abstractUrls.ts";
import type { MemoryKey, TranslationMemory } from "../memory/translationMemory.ts";
import { checkAnswer } from "../writing/checkAnswer.ts";
import type { DocumentReading } from "./documentReading.ts";
import { isFault } from "./isFault.ts";
import { memoryKey, PROMPT_VERSION } from "./memoryKey.ts";
import type { Segment } from "./segment.ts";
import type { TranslateDocumentOptions } from "./translateDocument.ts";
import type { SegmentTranslation } from "./translateSegment.ts";

export type RecallOptions = Pick<TranslateDocumentOptions, "task" | "detectLanguage" | "model"> & {
  readonly memory: TranslationMemory;
};

export interface Recalled {
  readonly key: MemoryKey;
  readonly abstracted: AbstractText;
  /** What the segment is to be read with. */
  readonly context: { readonly markdown?: MarkdownContext };
  readonly translation: SegmentTranslation | undefined;
}

/** What the memory has of a segment. It may come from another hand or time, and is checked as an answer is. */
export async function recallSegment(
  { task, detectLanguage, memory }: RecallOptions,
  { segments, markdown }: DocumentReading,
  index: number,
): Promise<Recalled> {
  const segment = segments[index];
  const text = segment?.text ?? "";
  const context = segment && markdown ? { markdown: contextOf(segment, markdown) } : {};
  const abstracted = abstractUrls(text);
  const key = memoryKey({ task, text: abstracted.text, segments, index });
  const match = await memory.find(key);
  const recalled = { key, abstracted, context };
  if (match?.entry.source !== abstracted.text) return { ...recalled, translation: undefined };
  const answer = abstracted.fill(match.entry.target);
  const findings = await checkAnswer({ task, source: text, answer, detectLanguage, ...context });
  const isUsable = answer.trim() !== "" && !findings.some(isFault);
  return { ...recalled, translation: isUsable ? { text: answer, outcome: "memory", findings } : undefined };
}

/** Stores what was verified. What kept its source is asked for again the next time. */
export async function rememberSegment(
  { memory, model }: RecallOptions,
  { key, abstracted }: Recalled,
  { text, outcome }: SegmentTranslation,
): Promise<void> {
  if (outcome === "kept") return;
  const target = abstracted.abstract(text);
  const stamps = { model: model.name, prompt: PROMPT_VERSION };
  await memory.store(key, { source: abstracted.text, target, stamps });
}

/** What a segment is to be read with, by where it stands. */
export function contextOf({ kind, beginsLine }: Segment, contexts: DocumentContexts): MarkdownContext {
  switch (kind) {
    case "paragraph":
    case "text":
      return contexts.block;
    case "heading":
    case "cell":
      return beginsLine ? contexts.block : contexts.line;
    case "alt":
    case "html":
    case "admonitionTitle":
      return contexts.line;
    case "title":
    case "attribute":
    case "frontMatter":
      return contexts.value;
    default:
      return kind satisfies never;
  }
}
