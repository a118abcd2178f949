import { Worker } from "node:worker_threads";
import type { ChatModel } from "../../core/chat/chatModel.ts";
import type { DocumentPlan, PlanOptions } from "../../core/document/planDocument.ts";
import type { DocumentProgress } from "../../core/document/progress.ts";
import type { TranslatedDocument } from "../../core/document/translateDocument.ts";
import { AssistantError } from "../../core/errors.ts";
import type { TranslationMemory } from "../../core/memory/translationMemory.ts";
import {
  type Call,
  type CallResult,
  type DocumentJob,
  type FromWorker,
  receiveError,
  sendError,
  type ToWorker,
} from "./workerMessages.ts";

export interface ThreadJob extends Omit<DocumentJob, "modelName"> {
  readonly model: ChatModel;
  readonly memory: TranslationMemory;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DocumentProgress) => void;
}

/**
 * A thread of its own for documents: however large one is, whoever asks isn't blocked. Requests and the memory stay on
 * this side. It starts with the first job; dispose it with the run.
 */
export interface DocumentThread {
  plan(options: PlanOptions): Promise<DocumentPlan>;
  /** Settles as `translateDocument` does, and with `cancelled` at once, whatever the thread is doing. */
  translate(job: ThreadJob): Promise<TranslatedDocument>;
  dispose(): void;
}

/** The script is the built documentWorker.js. */
export function createDocumentThread(script: string): DocumentThread {
  return new Thread(script);
}

interface Pending {
  resolve(value: DocumentPlan | TranslatedDocument): void;
  reject(error: AssistantError): void;
  readonly translation?: ThreadJob;
  /** The caller has its answer; the thread may still be about to store what it got. */
  isSettled: boolean;
}

/** Milliseconds that a thread has to store what it got after it was cancelled. */
const GRACE_MS = 2000;

class Thread implements DocumentThread {
  readonly #script: string;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #lastJob = 0;
  #isDisposed = false;

  constructor(script: string) {
    this.#script = script;
  }

  plan(options: PlanOptions): Promise<DocumentPlan> {
    return this.#start((job) => ({ kind: "plan", job, options })) as Promise<DocumentPlan>;
  }

  translate(translation: ThreadJob): Promise<TranslatedDocument> {
    const { signal } = translation;
    const { text, format, task, concurrency, frontMatterKeys, typography, links, model } = translation;
    const options = {
      ...{ text, format, task, modelName: model.name },
      ...(concurrency !== undefined && { concurrency }),
      ...(frontMatterKeys && { frontMatterKeys }),
      ...(typography !== undefined && { typography }),
      ...(links && { links }),
    };
    let cancel = () => {};
    const translated = this.#start((job) => {
      cancel = () => this.#cancel(job);
      signal.addEventListener("abort", cancel, { once: true });
      return { kind: "translate", job, options };
    }, translation) as Promise<TranslatedDocument>;
    // The signal is that of a whole run: what is over leaves nothing on it.
    return translated.finally(() => signal.removeEventListener("abort", cancel));
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const job of this.#pending.keys()) this.#cancel(job);
    if (this.#pending.size === 0) void this.#worker?.terminate();
    else setTimeout(() => void this.#worker?.terminate(), GRACE_MS).unref();
  }

  #start(makeMessage: (job: number) => ToWorker, translation?: ThreadJob): Promise<DocumentPlan | TranslatedDocument> {
    return new Promise((resolve, reject) => {
      if (translation?.signal.aborted) return reject(new AssistantError("cancelled"));
      const job = ++this.#lastJob;
      this.#pending.set(job, { resolve, reject, isSettled: false, ...(translation && { translation }) });
      this.#open().postMessage(makeMessage(job));
    });
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    // What debuggers give their children (`--inspect`) would open a port.
    const worker = new Worker(this.#script, { execArgv: [], env: {} });
    worker.on("message", (message: FromWorker) => this.#receive(message));
    worker.on("error", (error) => this.#failAll(new AssistantError("internal", { reason: error.name })));
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#failAll(new AssistantError("internal", { reason: "the worker ended" }));
    });
    this.#worker = worker;
    return worker;
  }

  #receive(message: FromWorker): void {
    const pending = this.#pending.get(message.job);
    switch (message.kind) {
      case "progress":
        pending?.translation?.onProgress(message.progress);
        break;
      case "planned":
        this.#end(message.job, () => pending?.resolve(message.plan));
        break;
      case "translated":
        this.#end(message.job, () => pending?.resolve(message.document));
        break;
      case "failed":
        this.#end(message.job, () => pending?.reject(receiveError(message.error)));
        break;
      case "call":
        void this.#answer(message, pending?.translation);
        break;
      default:
        message satisfies never;
    }
  }

  async #answer({ call, what }: FromWorker & { kind: "call" }, translation: ThreadJob | undefined): Promise<void> {
    try {
      if (!translation) throw new AssistantError("cancelled");
      this.#worker?.postMessage({ kind: "answer", call, value: await perform(what, translation) } satisfies ToWorker);
    } catch (error) {
      this.#worker?.postMessage({ kind: "refusal", call, error: sendError(error) } satisfies ToWorker);
    }
  }

  /** The thread is told, and may still store what has come; nobody waits for it. */
  #cancel(job: number): void {
    const pending = this.#pending.get(job);
    this.#worker?.postMessage({ kind: "cancel", job } satisfies ToWorker);
    this.#settle(job, () => pending?.reject(new AssistantError("cancelled")));
  }

  #settle(job: number, settle: () => void): void {
    const pending = this.#pending.get(job);
    if (!pending || pending.isSettled) return;
    pending.isSettled = true;
    settle();
  }

  /** The thread has nothing more to do with it. */
  #end(job: number, settle: () => void): void {
    this.#settle(job, settle);
    this.#pending.delete(job);
    if (this.#isDisposed && this.#pending.size === 0) void this.#worker?.terminate();
  }

  #failAll(error: AssistantError): void {
    for (const [job, pending] of this.#pending) this.#end(job, () => pending.reject(error));
  }
}

async function perform(what: Call, { model, memory, signal }: ThreadJob): Promise<CallResult> {
  switch (what.method) {
    case "complete":
      return model.complete(what.request, { signal });
    case "find":
      return memory.find(what.key);
    case "store":
      await memory.store(what.key, what.entry);
      return undefined;
    default:
      return what satisfies never;
  }
}
