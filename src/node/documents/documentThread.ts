import { Worker } from "node:worker_threads";
import type { ChatModel } from "../../core/chat/chatModel.ts";
import type { FindPassagesOptions } from "../../core/document/findPassages.ts";
import type { KnownTranslation, TranslationToLink } from "../../core/document/links/linkTranslations.ts";
import type { RewrittenLinks } from "../../core/document/links/rewriteLinks.ts";
import type { DocumentPlan, PlanOptions } from "../../core/document/planDocument.ts";
import type { DocumentProgress } from "../../core/document/progress.ts";
import type { RunLongTask } from "../../core/document/runTaskOnText.ts";
import type { TranslateBlocks } from "../../core/document/translateBlocks.ts";
import type { TranslatedDocument } from "../../core/document/translateDocument.ts";
import { AssistantError } from "../../core/errors.ts";
import type { TranslationMemory } from "../../core/memory/translationMemory.ts";
import type { OffsetRange } from "../../core/trackRange.ts";
import { logTask } from "../../core/writing/logTask.ts";
import {
  type Call,
  type CallResult,
  type FromWorker,
  type JobName,
  type JobResult,
  receiveError,
  sendError,
  type ToWorker,
  type Work,
  type WorkerJobs,
} from "./workerMessages.ts";

/** What of a job stays on this side: the worker asks for it. */
interface Host {
  readonly model?: ChatModel;
  readonly memory?: TranslationMemory;
  readonly findTranslation?: FindTranslation;
  readonly onProgress?: ((progress: DocumentProgress) => void) | undefined;
  readonly onSecondTry?: (() => void) | undefined;
  readonly signal?: AbortSignal;
}

export type FindTranslation = (path: string) => Promise<KnownTranslation | undefined>;

export type ThreadJob = Omit<WorkerJobs["translate"]["options"], "model"> & {
  readonly model: ChatModel;
  readonly memory: TranslationMemory;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DocumentProgress) => void;
};

/**
 * A thread of its own for documents and long texts: however large one is, whoever asks isn't blocked. Requests, files and the memory stay
 * on this side. It starts with the first job; dispose it with the run. What has a signal settles with `cancelled` as soon
 * as that is aborted, whatever the thread is doing.
 */
export interface DocumentThread {
  plan(options: PlanOptions): Promise<DocumentPlan>;
  /** As core's `findPassages`. */
  findPassages(options: FindPassagesOptions): Promise<readonly (OffsetRange | undefined)[]>;
  /** Settles as `translateDocument` does. */
  translate(job: ThreadJob): Promise<TranslatedDocument>;
  /** Settles as core's `translateBlocks` does. */
  readonly translateBlocks: TranslateBlocks;
  /** Settles as core's `runTaskInParts` does. */
  readonly runTask: RunLongTask;
  /** Settles as core's `linkTranslations` does. */
  linkTranslations(document: TranslationToLink, find: FindTranslation, signal: AbortSignal): Promise<RewrittenLinks>;
  dispose(): void;
}

/** The script is the built documentWorker.js. */
export function createDocumentThread(script: string): DocumentThread {
  return new Thread(script);
}

interface Pending {
  resolve(value: JobResult): void;
  reject(error: AssistantError): void;
  readonly host: Host;
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
    return this.#run({ name: "plan", options }, {});
  }

  findPassages(options: FindPassagesOptions): Promise<readonly (OffsetRange | undefined)[]> {
    return this.#run({ name: "findPassages", options }, {});
  }

  translate({ model, memory, signal, onProgress, ...options }: ThreadJob): Promise<TranslatedDocument> {
    const work = { name: "translate", options: { ...options, model: describe(model) } } as const;
    return this.#run(work, { model, memory, signal, onProgress });
  }

  readonly translateBlocks: TranslateBlocks = ({ model, signal, onProgress, ...options }) => {
    const work = { name: "translateBlocks", options: { ...options, model: describe(model) } } as const;
    return this.#run(work, { model, signal, onProgress });
  };

  readonly runTask: RunLongTask = async (asked) => {
    const { text, task, temperature, typography, refinement, model, signal, onSecondTry } = asked;
    const options = {
      ...{ text, task, refinement, model: describe(model) },
      ...(temperature !== undefined && { temperature }),
      ...(typography !== undefined && { typography }),
    };
    const result = await this.#run({ name: "runTask", options }, { model: streamed(asked), signal, onSecondTry });
    logTask(asked, result);
    return result;
  };

  linkTranslations(
    options: TranslationToLink,
    findTranslation: FindTranslation,
    signal: AbortSignal,
  ): Promise<RewrittenLinks> {
    return this.#run({ name: "linkTranslations", options }, { findTranslation, signal });
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const job of this.#pending.keys()) this.#cancel(job);
    if (this.#pending.size === 0) void this.#worker?.terminate();
    else setTimeout(() => void this.#worker?.terminate(), GRACE_MS).unref();
  }

  async #run<Name extends JobName>(
    work: Work & { readonly name: Name },
    host: Host,
  ): Promise<WorkerJobs[Name]["result"]> {
    const { signal } = host;
    if (signal?.aborted) throw new AssistantError("cancelled");
    const job = ++this.#lastJob;
    const cancel = () => this.#cancel(job);
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      return await new Promise<JobResult>((resolve, reject) => {
        this.#pending.set(job, { resolve, reject, host, isSettled: false });
        this.#open().postMessage({ kind: "start", job, work } satisfies ToWorker);
      });
    } finally {
      // The signal is that of a whole run: what is over leaves nothing on it.
      signal?.removeEventListener("abort", cancel);
    }
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
        pending?.host.onProgress?.(message.progress);
        break;
      case "done":
        this.#end(message.job, () => pending?.resolve(message.result));
        break;
      case "failed":
        this.#end(message.job, () => pending?.reject(receiveError(message.error)));
        break;
      case "call":
        void this.#answer(message, pending?.host);
        break;
      default:
        message satisfies never;
    }
  }

  async #answer({ call, what }: FromWorker & { kind: "call" }, host: Host | undefined): Promise<void> {
    try {
      if (!host) throw new AssistantError("cancelled");
      this.#worker?.postMessage({ kind: "answer", call, value: await perform(what, host) } satisfies ToWorker);
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

function describe({ name, contextTokens }: ChatModel): Pick<ChatModel, "name" | "contextTokens"> {
  return { name, contextTokens };
}

/** The pieces of answers needn't cross to the other thread to come here. */
function streamed({ model, onDelta }: Parameters<RunLongTask>[0]): ChatModel {
  return onDelta ? { ...model, complete: (request, chat) => model.complete(request, { ...chat, onDelta }) } : model;
}

async function perform(what: Call, { model, memory, findTranslation, onSecondTry, signal }: Host): Promise<CallResult> {
  switch (what.method) {
    case "complete":
      return signal && model?.complete(what.request, { signal });
    case "find":
      return memory?.find(what.key);
    case "store":
      await memory?.store(what.key, what.entry);
      return undefined;
    case "findTranslation":
      return findTranslation?.(what.path);
    case "tellOfSecondTry":
      onSecondTry?.();
      return undefined;
    default:
      return what satisfies never;
  }
}
