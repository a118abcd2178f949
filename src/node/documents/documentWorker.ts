import { parentPort } from "node:worker_threads";
import type { ChatAnswer, ChatModel } from "../../core/chat/chatModel.ts";
import { createLanguageDetector } from "../../core/detection/detectLanguage.ts";
import { findPassages } from "../../core/document/findPassages.ts";
import { type KnownTranslation, linkTranslations } from "../../core/document/links/linkTranslations.ts";
import { planDocument } from "../../core/document/planDocument.ts";
import type { DocumentProgress } from "../../core/document/progress.ts";
import { translateBlocks } from "../../core/document/translateBlocks.ts";
import { translateDocument } from "../../core/document/translateDocument.ts";
import { AssistantError } from "../../core/errors.ts";
import type { MemoryMatch, TranslationMemory } from "../../core/memory/translationMemory.ts";
import { runTaskInParts } from "../../core/writing/runTaskInParts.ts";
import {
  type Call,
  type CallResult,
  type FromWorker,
  type JobResult,
  receiveError,
  sendError,
  type ToWorker,
  type Work,
} from "./workerMessages.ts";

/**
 * The thread that reads, checks and rebuilds documents and long texts, so that nobody waits for it. What goes out and what is stored it
 * asks for: here is neither a network nor a file.
 */
const detectLanguage = createLanguageDetector();
const running = new Map<number, AbortController>();
const calls = new Map<number, { resolve(value: CallResult): void; reject(error: AssistantError): void }>();
let lastCall = 0;

parentPort?.on("message", (message: ToWorker) => {
  switch (message.kind) {
    case "start":
      return void carryOut(message.job, message.work);
    case "cancel":
      return running.get(message.job)?.abort();
    case "answer":
      calls.get(message.call)?.resolve(message.value);
      return void calls.delete(message.call);
    case "refusal":
      calls.get(message.call)?.reject(receiveError(message.error));
      return void calls.delete(message.call);
    default:
      return message satisfies never;
  }
});

async function carryOut(job: number, work: Work): Promise<void> {
  const controller = new AbortController();
  running.set(job, controller);
  try {
    const result = await perform(work, createHost(job, controller.signal));
    post({ kind: "done", job, result });
  } catch (error) {
    post({ kind: "failed", job, error: sendError(error) });
  } finally {
    running.delete(job);
  }
}

async function perform({ name, options }: Work, host: ReturnType<typeof createHost>): Promise<JobResult> {
  const { complete, memory, findTranslation, onSecondTry, ...around } = host;
  switch (name) {
    case "plan":
      return planDocument(options);
    case "findPassages":
      return findPassages(options);
    case "translate":
      return translateDocument({ ...options, ...around, memory, model: { ...options.model, complete } });
    case "translateBlocks":
      return translateBlocks({ ...options, ...around, model: { ...options.model, complete } });
    case "runTask":
      return runTaskInParts({ ...options, ...around, onSecondTry, model: { ...options.model, complete } });
    case "linkTranslations":
      return linkTranslations(options, findTranslation);
    default:
      return name satisfies never;
  }
}

/** What is asked for on the other side, and what goes with it. */
function createHost(job: number, signal: AbortSignal) {
  const ask = (what: Call) => callHost(job, what, signal);
  const memory: TranslationMemory = {
    find: (key) => ask({ method: "find", key }) as Promise<MemoryMatch | undefined>,
    store: async (key, entry) => {
      await ask({ method: "store", key, entry });
    },
  };
  const complete: ChatModel["complete"] = (request) => ask({ method: "complete", request }) as Promise<ChatAnswer>;
  const findTranslation = (path: string) =>
    ask({ method: "findTranslation", path }) as Promise<KnownTranslation | undefined>;
  const onProgress = (progress: DocumentProgress) => post({ kind: "progress", job, progress });
  const onSecondTry = () => void ask({ method: "tellOfSecondTry" }).catch(() => {});
  return { complete, memory, findTranslation, onProgress, onSecondTry, signal, detectLanguage };
}

function callHost(job: number, what: Call, signal: AbortSignal): Promise<CallResult> {
  return new Promise((resolve, reject) => {
    if (signal.aborted && what.method !== "store") return reject(new AssistantError("cancelled"));
    const call = ++lastCall;
    calls.set(call, { resolve, reject });
    post({ kind: "call", job, call, what });
  });
}

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}
