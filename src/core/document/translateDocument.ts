import type { ChatModel } from "../chat/chatModel.ts";
import { throwIfCancelled } from "../errors.ts";
import { type Logger, silentLogger } from "../log.ts";
import { createMemory, type TranslationMemory } from "../memory/translationMemory.ts";
import type { DetectLanguage } from "../writing/languageDetector.ts";
import { nameLanguage } from "../writing/nameLanguage.ts";
import { roomForText } from "../writing/roomForText.ts";
import type { Task } from "../writing/task.ts";
import { DocumentAddress } from "./documentAddress.ts";
import type { DocumentReading } from "./documentReading.ts";
import { type FormatName, loadFormat } from "./formats/documentFormat.ts";
import { DEFAULT_FRONT_MATTER_KEYS } from "./frontMatterKeys.ts";
import { moveRanges } from "./links/moveRanges.ts";
import type { LinkOptions } from "./links/rewriteLinks.ts";
import { listIssues } from "./listIssues.ts";
import { type DocumentProgress, ProgressMeter } from "./progress.ts";
import { type RebuiltDocument, rebuildDocument } from "./rebuildDocument.ts";
import { recallSegment, rememberSegment } from "./recallSegment.ts";
import { countOutcomes, type DocumentIssue, type OutcomeCounts, type SegmentOutcome } from "./segmentOutcome.ts";
import { type SegmentTranslation, translateSegment } from "./translateSegment.ts";

export type TranslateTask = Task & { readonly kind: "translate" };

export interface TranslateDocumentOptions {
  /** The whole document, as it was decoded: a byte order mark and line ends are kept. */
  readonly text: string;
  /** By `findFormat`. */
  readonly format: FormatName;
  readonly task: TranslateTask;
  readonly model: ChatModel;
  readonly detectLanguage: DetectLanguage;
  readonly signal: AbortSignal;
  /** What is found there isn't sent, and what was verified is stored there at once: whoever keeps it can resume. */
  readonly memory?: TranslationMemory;
  /** Requests under way at once: the endpoint's. 1 by default. */
  readonly concurrency?: number;
  /** Front matter values to translate, by the names of their keys; the usual ones by default. */
  readonly frontMatterKeys?: readonly string[];
  /** Called once at the start and after each segment. */
  readonly onProgress?: (progress: DocumentProgress) => void;
  /**
   * What is written for an answer that equals its source: its old bytes (`keep`, the default), or the answer, taken
   * through codec, re-wrap and splice as any other (`write`), by which the way back is proven.
   */
  readonly unchanged?: "keep" | "write";
  /** Whether translations are set with the marks and spaces of their language: not unless it says so. */
  readonly typography?: boolean;
  /** Where the translation lands: its links are rewritten to point to what those of the source point to. */
  readonly links?: LinkOptions;
  /** 0 by default; Try Again samples with more. */
  readonly temperature?: number | undefined;
  readonly logger?: Logger;
}

/** A model is taken to read this much where nothing is known of it. Tokens. */
const LEAST_CONTEXT = 4096;

/** Tokens, by the estimate, that a segment may have so that the model can be asked about it. */
export function longestSegment({ task, model }: Pick<TranslateDocumentOptions, "task" | "model">): number | undefined {
  return roomForText(task, model.contextTokens ?? LEAST_CONTEXT);
}

/** What is asked of a document that has been read: its text and its front matter's keys are in the reading. */
export type TranslateReadingOptions = Omit<TranslateDocumentOptions, "text" | "frontMatterKeys">;

export interface TranslatedDocument {
  readonly text: string;
  /** What became of each segment, in their order. */
  readonly outcomes: readonly SegmentOutcome[];
  readonly counts: OutcomeCounts;
  /** What kept its source, and what is doubtful, in the order of the document. */
  readonly issues: readonly DocumentIssue[];
  readonly progress: DocumentProgress;
}

/**
 * Translates the prose of a document; all else is in the result byte for byte. Nothing unverified is in it: what has a
 * fault keeps its source and is listed. Rejects with an AssistantError where the run can't go on (`cancelled`, an
 * endpoint that fails); what had been translated until then is in the memory. Writes nothing.
 */
export async function translateDocument(options: TranslateDocumentOptions): Promise<TranslatedDocument> {
  const { text, format, frontMatterKeys = DEFAULT_FRONT_MATTER_KEYS } = options;
  throwIfCancelled(options.signal);
  const read = await loadFormat(format);
  const mostTokens = longestSegment(options);
  return translateReading(await read(text, { frontMatterKeys, mostTokens }), options);
}

/** The same for a document that has been read already, under the same promises. */
export async function translateReading(
  reading: DocumentReading,
  options: TranslateReadingOptions,
): Promise<TranslatedDocument> {
  const { format, detectLanguage, logger = silentLogger } = options;
  const sample = sampleOf(reading);
  const task = (await nameLanguage(options.task, sample, detectLanguage)) as TranslateTask;
  const address = new DocumentAddress(task, sample);
  const { translations, progress } = await translateAll({ ...options, task, address }, reading);
  const flagged = address.flag(reading, translations);
  const built = await rebuildDocument(reading, flagged, { unchanged: options.unchanged ?? "keep" });
  const rebuilt =
    options.links && format !== "text" ? await relink(built, reading, { format, links: options.links }) : built;
  const outcomes = rebuilt.translations.map(({ outcome }) => outcome);
  const counts = countOutcomes(outcomes);
  logger.info("document", { segments: outcomes.length, characters: reading.text.length, ...counts });
  return { text: rebuilt.text, outcomes, counts, issues: listIssues(reading, rebuilt), progress };
}

async function relink(
  built: RebuiltDocument,
  { text: source }: DocumentReading,
  { format, links }: { readonly format: FormatName; readonly links: LinkOptions },
): Promise<RebuiltDocument> {
  const { rewriteLinks } = await import("./links/rewriteLinks.ts");
  const { text, edits } = rewriteLinks({ source, output: built.text, format }, links);
  return { ...built, text, ranges: moveRanges(built.ranges, edits) };
}

/** Enough of the prose to tell its language by. */
function sampleOf({ segments }: DocumentReading): string {
  let sample = "";
  for (const { text } of segments) {
    if (sample.length > 4000) break;
    sample += `${text}\n`;
  }
  return sample;
}

type RunOptions = TranslateReadingOptions & { readonly address: DocumentAddress };

async function translateAll(
  options: RunOptions,
  reading: DocumentReading,
): Promise<{ readonly translations: readonly SegmentTranslation[]; readonly progress: DocumentProgress }> {
  const { concurrency = 1, onProgress, memory = createMemory() } = options;
  const { segments } = reading;
  const meter = new ProgressMeter(segments, onProgress);
  const translations: SegmentTranslation[] = [];
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < segments.length; index = next++) {
      throwIfCancelled(signal);
      const one = { ...options, memory, signal, model: meter.count(options.model) };
      const translation = await translateOne(one, reading, index);
      options.address.learn(translation);
      translations[index] = translation;
      meter.finish(index);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
  } catch (error) {
    // The others are of no use any more.
    stop.abort();
    throw error;
  }
  return { translations, progress: meter.progress };
}

async function translateOne(
  options: RunOptions & { readonly memory: TranslationMemory },
  reading: DocumentReading,
  index: number,
): Promise<SegmentTranslation> {
  const segment = reading.segments[index];
  if (!segment) throw new RangeError(`there is no segment ${index}`);
  const recalled = await recallSegment(options, reading, index);
  if (recalled.translation) return recalled.translation;
  const { address, model, detectLanguage, signal, typography = false, temperature = 0 } = options;
  // The memory's key is what was asked for: it stays the same whatever the document has taught meanwhile.
  const translation = await translateSegment(
    { task: address.task, model, detectLanguage, signal, typography, temperature, ...recalled.context },
    segment.text,
  );
  await rememberSegment(options, recalled, translation);
  return translation;
}
