import { parentPort } from "node:worker_threads";
import type { ChatAnswer, ChatModel } from "../../core/chat/chatModel.ts";
import { createLanguageDetector } from "../../core/detection/detectLanguage.ts";
import { planDocument } from "../../core/document/planDocument.ts";
import { translateDocument } from "../../core/document/translateDocument.ts";
import { AssistantError } from "../../core/errors.ts";
import type { MemoryMatch, TranslationMemory } from "../../core/memory/translationMemory.ts";
import {
  type Call,
  type CallResult,
  type DocumentJob,
  type FromWorker,
  receiveError,
  sendError,
  type ToWorker,
} from "./workerMessages.ts";

/**
 * The thread that reads, checks and rebuilds documents, so that nobody waits for it. What goes out and what is stored it
 * asks for: here is neither a network nor a file.
 */
const detectLanguage = createLanguageDetector();
const running = new Map<number, AbortController>();
const calls = new Map<number, { resolve(value: CallResult): void; reject(error: AssistantError): void }>();
let lastCall = 0;

parentPort?.on("message", (message: ToWorker) => {
  switch (message.kind) {
    case "plan":
      return void carryOut(message.job, async () => {
        post({ kind: "planned", job: message.job, plan: await planDocument(message.options) });
      });
    case "translate":
      return void carryOut(message.job, () => translate(message.job, message.options));
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

async function carryOut(job: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    post({ kind: "failed", job, error: sendError(error) });
  } finally {
    running.delete(job);
  }
}

async function translate(job: number, { modelName, ...options }: DocumentJob): Promise<void> {
  const controller = new AbortController();
  running.set(job, controller);
  const { signal } = controller;
  const ask = (what: Call) => callHost(job, what, signal);
  const model: ChatModel = {
    name: modelName,
    complete: (request) => ask({ method: "complete", request }) as Promise<ChatAnswer>,
  };
  const memory: TranslationMemory = {
    find: (key) => ask({ method: "find", key }) as Promise<MemoryMatch | undefined>,
    store: async (key, entry) => {
      await ask({ method: "store", key, entry });
    },
  };
  const onProgress = (progress: (FromWorker & { kind: "progress" })["progress"]) =>
    post({ kind: "progress", job, progress });
  const document = await translateDocument({ ...options, model, memory, detectLanguage, signal, onProgress });
  post({ kind: "translated", job, document });
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
