import type { ChatModel } from "../chat/chatModel.ts";
import { AssistantError } from "../errors.ts";
import type { DocumentPlan } from "./planDocument.ts";
import { createTurns } from "./priorityTurns.ts";
import type { DocumentProgress } from "./progress.ts";
import { createRunMeter, type RunProgress } from "./runProgress.ts";

/** What a document is translated with. */
export interface DocumentTools {
  readonly model: ChatModel;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DocumentProgress) => void;
}

export interface RunDocumentsOptions<T> {
  readonly jobs: readonly T[];
  /** What each of them will send, in the same order. */
  readonly plans: readonly DocumentPlan[];
  readonly model: ChatModel;
  /** Requests at once: the endpoint's. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RunProgress) => void;
  /** Translates one and puts it where it belongs. What it throws ends the run; a document's own fault isn't thrown. */
  readonly translate: (job: T, tools: DocumentTools) => Promise<void>;
}

/** Documents that are read at once, so that the endpoint isn't idle at the end of each: they are held in memory. */
const MOST_AT_ONCE = 8;

/** Translates documents, the first of them first. Rejects with what ended the run, when nothing of it runs any more. */
export async function runDocuments<T>(options: RunDocumentsOptions<T>): Promise<RunProgress> {
  const { jobs, plans, model, concurrency, translate, onProgress } = options;
  const meter = createRunMeter({ plans, onProgress });
  const turns = createTurns(concurrency);
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  let fault: { readonly error: unknown } | undefined;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let place = next++; place < jobs.length && !signal.aborted; place = next++) {
      const job = jobs[place];
      if (job === undefined) continue;
      const tools = { model: turns.modelFor(model, place), concurrency, signal };
      await translate(job, { ...tools, onProgress: (progress) => meter.update(place, progress) });
      meter.finish(place);
    }
  };
  const guarded = async () => {
    try {
      await work();
    } catch (error) {
      // The first is the reason; what it stops is only stopped.
      fault ??= { error };
      stop.abort();
    }
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(1, concurrency), MOST_AT_ONCE) }, guarded));
  if (fault) throw fault.error;
  if (options.signal.aborted) throw new AssistantError("cancelled");
  return meter.progress;
}
