import type { ChildProcess } from "node:child_process";
import { AssistantError } from "../core/errors.ts";
import type { Logger } from "../core/log.ts";
import { type EngineAnswer, type EngineRequest, parseFromEngine, type ToEngine } from "./engineProtocol.ts";
import { exitError, exitReason } from "./exitError.ts";
import { type Fork, forkEngine } from "./forkEngine.ts";

/** Characters of stderr that are kept, to look for what the process died of. */
const STDERR_KEPT = 4096;

export interface EngineConnectionOptions {
  readonly fork: Fork;
  readonly engineScript: string;
  readonly load: Omit<Extract<ToEngine, { kind: "load" }>, "kind">;
  /** A model that isn't ready after so many milliseconds is given up. */
  readonly loadTimeoutMs: number;
  readonly logger: Logger;
  /** Called once, when the process is of no use any more. */
  readonly onEnd: () => void;
}

interface Running {
  readonly id: number;
  readonly onText: (text: string) => void;
  readonly outcome: Deferred<EngineAnswer>;
}

/** One engine process, from its start to its end. It answers one request at a time. */
export class EngineConnection {
  readonly #child: ChildProcess;
  readonly #options: EngineConnectionOptions;
  readonly #loadTimer: NodeJS.Timeout;
  readonly #ready = createDeferred<{ readonly contextTokens: number }>();
  #running: Running | undefined;
  #lastId = 0;
  #stderr = "";
  #isOver = false;

  constructor(options: EngineConnectionOptions) {
    this.#options = options;
    this.#child = forkEngine(options.fork, options.engineScript);
    this.#child.on("message", (message) => this.#receive(message));
    this.#child.on("error", () => this.#end(engineFailed("process")));
    this.#child.on("exit", (code, signal) => this.#end(exitError({ code, signal, stderr: this.#stderr })));
    this.#child.stderr?.on("data", (data: Buffer) => {
      this.#stderr = (this.#stderr + data.toString("latin1")).slice(-STDERR_KEPT);
    });
    this.#loadTimer = setTimeout(() => this.#end(engineFailed("load timeout")), options.loadTimeoutMs);
    this.#send({ kind: "load", ...options.load });
  }

  /** Rejects with the AssistantError that says why the model can't be used. */
  get ready(): Promise<{ readonly contextTokens: number }> {
    return this.#ready.promise;
  }

  /** Resolves when the engine is through with the request, also after a `cancel`. Rejects with an AssistantError. */
  run(request: EngineRequest, onText: (text: string) => void): Promise<EngineAnswer> {
    this.#lastId += 1;
    const outcome = createDeferred<EngineAnswer>();
    this.#running = { id: this.#lastId, onText, outcome };
    this.#send({ kind: "complete", id: this.#lastId, ...request });
    return outcome.promise;
  }

  /** Asks the engine to stop; it does so at its next batch or token. */
  cancel(): void {
    if (this.#running !== undefined) this.#send({ kind: "cancel", id: this.#running.id });
  }

  /** Ends the process, whatever it is doing. */
  end(): void {
    this.#end(new AssistantError("cancelled"));
  }

  /** An idle engine doesn't keep the program alive that started it, and ends with it. */
  setBusy(): void {
    this.#child.ref();
    this.#child.channel?.ref();
  }

  setIdle(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  #receive(raw: unknown): void {
    const message = parseFromEngine(raw);
    if (this.#isOver) return;
    if (message === undefined) {
      this.#end(new AssistantError("engineCrashed", { reason: "unknown message" }));
      return;
    }
    switch (message.kind) {
      case "ready":
        clearTimeout(this.#loadTimer);
        this.#ready.resolve({ contextTokens: message.contextTokens });
        return;
      case "loadFailed":
        this.#end(new AssistantError(message.failure, { reason: message.reason }));
        return;
      case "delta":
        if (message.id === this.#running?.id) this.#running.onText(message.text);
        return;
      case "done":
        this.#take(message.id)?.outcome.resolve(message);
        return;
      case "failed":
        this.#take(message.id)?.outcome.reject(new AssistantError(message.failure, { reason: message.reason }));
        return;
      default:
        message satisfies never;
    }
  }

  #take(id: number): Running | undefined {
    const running = this.#running?.id === id ? this.#running : undefined;
    if (running !== undefined) this.#running = undefined;
    return running;
  }

  #send(message: ToEngine): void {
    // A failure to send is the end of the process as well, and reported as that.
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  #end(error: AssistantError): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#loadTimer);
    const { exitCode: code, signalCode: signal } = this.#child;
    this.#options.logger.info("engine.ended", { kind: error.kind, exit: exitReason({ code, signal }) });
    this.#child.kill("SIGKILL");
    this.#ready.reject(error);
    this.#running?.outcome.reject(error);
    this.#running = undefined;
    this.#options.onEnd();
  }
}

function engineFailed(reason: string): AssistantError {
  return new AssistantError("engineFailed", { reason });
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: AssistantError) => void;
}

function createDeferred<T>(): Deferred<T> {
  let resolve: Deferred<T>["resolve"] = () => {};
  let reject: Deferred<T>["reject"] = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  // Who waits for it hears of the failure; where nobody does, it is no unhandled one.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
