import { fork } from "node:child_process";
import { stat } from "node:fs/promises";
import type { ChatAnswer, ChatModel, ChatOptions, ChatRequest } from "../core/chat/chatModel.ts";
import { AssistantError } from "../core/errors.ts";
import type { Logger } from "../core/log.ts";
import { answerOf } from "./answerOf.ts";
import { BuiltinJob } from "./builtinJob.ts";
import { EngineConnection } from "./engineConnection.ts";
import { findModelFault } from "./findModelFault.ts";
import type { Fork } from "./forkEngine.ts";

export interface BuiltinModelOptions {
  /** As it is shown to the user. */
  readonly name: string;
  readonly modelPath: string;
  /** Path of the built engineProcess.mjs, beside the node_modules that it runs on. */
  readonly engineScript: string;
  readonly logger: Logger;
  /** Chosen for the machine where it is missing. */
  readonly threads?: number;
  /** The most that question and answer may have together; at most what the model was trained for. Default 8192. */
  readonly contextTokens?: number;
  /** After so many idle milliseconds the model leaves the memory. Default ten minutes. */
  readonly idleMs?: number;
  /** How long a cancelled request may keep others waiting before the engine is started anew. Milliseconds, default 2000. */
  readonly graceMs?: number;
  /** Milliseconds, default five minutes: a slow disk isn't a fault. */
  readonly loadTimeoutMs?: number;
  readonly fork?: Fork;
  /** Bytes that a model may take; the system's answer by default. */
  readonly availableMemory?: () => number;
}

/**
 * The model that runs on this computer inside of a process of its own, which starts with the first request and ends
 * when it has been idle. Requests stand in line. A crash fails the request that ran; the next one starts the engine anew.
 */
export function createBuiltinModel(options: BuiltinModelOptions): ChatModel & { dispose(): void } {
  return new BuiltinModel({ ...DEFAULTS, ...options });
}

const DEFAULTS = {
  contextTokens: 8192,
  idleMs: 600_000,
  graceMs: 2000,
  loadTimeoutMs: 300_000,
  fork,
  availableMemory: () => process.availableMemory(),
};

type Settings = BuiltinModelOptions & Required<Pick<BuiltinModelOptions, keyof typeof DEFAULTS>>;

class BuiltinModel implements ChatModel {
  readonly name: string;
  readonly #settings: Settings;
  readonly #line: BuiltinJob[] = [];
  #current: BuiltinJob | undefined;
  #connection: EngineConnection | undefined;
  #idleTimer: NodeJS.Timeout | undefined;
  #graceTimer: NodeJS.Timeout | undefined;
  /** The cancelled request that the engine still works on has had its time: whoever comes needn't wait for it. */
  #isOverdue = false;
  #isDisposed = false;

  constructor(settings: Settings) {
    this.name = settings.name;
    this.#settings = settings;
  }

  complete(request: ChatRequest, { signal, onDelta }: ChatOptions): Promise<ChatAnswer> {
    if (signal.aborted || this.#isDisposed) return Promise.reject(new AssistantError("cancelled"));
    const job = new BuiltinJob(request, { signal, onDelta, onCancel: (cancelled) => this.#cancel(cancelled) });
    this.#line.push(job);
    if (this.#isOverdue) this.#connection?.end();
    this.#next();
    return job.outcome;
  }

  /** Ends the engine. Requests that run or wait, and those that come later, reject with `cancelled`. */
  dispose(): void {
    this.#isDisposed = true;
    for (const job of this.#line.splice(0)) job.fail(new AssistantError("cancelled"));
    this.#current?.fail(new AssistantError("cancelled"));
    this.#connection?.end();
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const job = this.#line.shift();
    if (job === undefined) {
      this.#rest();
      return;
    }
    clearTimeout(this.#idleTimer);
    this.#current = job;
    void this.#work(job).finally(() => {
      clearTimeout(this.#graceTimer);
      this.#isOverdue = false;
      this.#current = undefined;
      this.#next();
    });
  }

  async #work(job: BuiltinJob): Promise<void> {
    try {
      const connection = await this.#connect();
      connection.setBusy();
      const { contextTokens } = await connection.ready;
      if (job.isSettled) return;
      job.isSent = true;
      const answer = await connection.run(job.request, (text) => job.append(text));
      job.appendHeld();
      this.#settings.logger.info("engine.answered", { ...answer, characters: job.text.length });
      const result = answerOf(answer, { text: job.text, thoughtLength: job.thoughtLength, contextTokens });
      if (result instanceof AssistantError) job.fail(result);
      else job.succeed(result);
    } catch (error) {
      job.fail(error instanceof AssistantError ? error : new AssistantError("engineFailed", { reason: "internal" }));
    }
  }

  async #connect(): Promise<EngineConnection> {
    if (this.#connection !== undefined) return this.#connection;
    const { modelPath, engineScript, contextTokens, threads, logger } = this.#settings;
    const fault = await findModelFault(this.#settings);
    if (fault !== undefined) throw fault;
    if (!(await stat(engineScript).catch(() => undefined)))
      throw new AssistantError("engineFailed", { reason: "not installed" });
    if (this.#isDisposed) throw new AssistantError("cancelled");
    const started = performance.now();
    const connection = new EngineConnection({
      ...this.#settings,
      load: { modelPath, contextTokens, threads },
      onEnd: () => {
        if (this.#connection === connection) this.#connection = undefined;
        clearTimeout(this.#idleTimer);
      },
    });
    this.#connection = connection;
    connection.ready.then(
      ({ contextTokens: tokens }) =>
        logger.info("engine.ready", { ms: Math.round(performance.now() - started), tokens }),
      () => {},
    );
    return connection;
  }

  #cancel(job: BuiltinJob): void {
    const place = this.#line.indexOf(job);
    if (place >= 0) this.#line.splice(place, 1);
    if (job !== this.#current || !job.isSent) return;
    this.#connection?.cancel();
    this.#graceTimer = setTimeout(() => {
      this.#isOverdue = true;
      if (this.#line.length > 0) this.#connection?.end();
    }, this.#settings.graceMs);
    this.#graceTimer.unref();
  }

  #rest(): void {
    const connection = this.#connection;
    if (connection === undefined) return;
    connection.setIdle();
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => connection.end(), this.#settings.idleMs);
    this.#idleTimer.unref();
  }
}
