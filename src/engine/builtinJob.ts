import type { ChatAnswer, ChatOptions, ChatRequest } from "../core/chat/chatModel.ts";
import { AssistantError } from "../core/errors.ts";

interface JobOptions {
  readonly signal: AbortSignal;
  readonly onDelta: ChatOptions["onDelta"];
  /** Called when the signal is aborted, after the outcome has been settled. */
  readonly onCancel: (job: BuiltinJob) => void;
}

/** One request to the built-in model, from its place in the line to its outcome, which is settled once. */
export class BuiltinJob {
  readonly request: ChatRequest;
  readonly outcome: Promise<ChatAnswer>;
  /** Whether the engine knows of it. */
  isSent = false;
  #text = "";
  #isSettled = false;
  readonly #options: JobOptions;
  #resolve: (answer: ChatAnswer) => void = () => {};
  #reject: (error: AssistantError) => void = () => {};

  constructor(request: ChatRequest, options: JobOptions) {
    this.request = request;
    this.#options = options;
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    options.signal.addEventListener("abort", this.#onAbort, { once: true });
  }

  get text(): string {
    return this.#text;
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Text that comes after the outcome was settled is dropped. */
  append(delta: string): void {
    if (this.#isSettled) return;
    this.#text += delta;
    this.#options.onDelta?.(delta);
  }

  succeed(answer: ChatAnswer): void {
    if (this.#settle()) this.#resolve(answer);
  }

  /** Rejects with this error, and with the text that had arrived. */
  fail({ kind, detail }: AssistantError): void {
    if (this.#settle()) this.#reject(new AssistantError(kind, detail, this.#text === "" ? undefined : this.#text));
  }

  #onAbort = (): void => {
    this.fail(new AssistantError("cancelled"));
    this.#options.onCancel(this);
  };

  #settle(): boolean {
    if (this.#isSettled) return false;
    this.#isSettled = true;
    this.#options.signal.removeEventListener("abort", this.#onAbort);
    return true;
  }
}
