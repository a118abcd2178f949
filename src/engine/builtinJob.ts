import type { ChatAnswer, ChatOptions, ChatRequest } from "../core/chat/chatModel.ts";
import { createThinkFilter, type ThinkFilter } from "../core/chat/thinkFilter.ts";
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
  /** Leaves out what the model thinks before its answer, unless the text at hand is about such thinking. */
  readonly #filter: ThinkFilter | undefined;
  #isSettled = false;
  readonly #options: JobOptions;
  #resolve: (answer: ChatAnswer) => void = () => {};
  #reject: (error: AssistantError) => void = () => {};

  constructor(request: ChatRequest, options: JobOptions) {
    this.request = request;
    this.#options = options;
    this.#filter = request.messages.at(-1)?.content.includes("<think>") ? undefined : createThinkFilter();
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

  /** UTF-16 units of thinking that were left out. */
  get thoughtLength(): number {
    return this.#filter?.thoughtLength() ?? 0;
  }

  /** Text that comes after the outcome was settled is dropped. */
  append(delta: string): void {
    this.#add(this.#filter?.push(delta) ?? delta);
  }

  /** To be called when there is no more text. */
  appendHeld(): void {
    this.#add(this.#filter?.end() ?? "");
  }

  succeed(answer: ChatAnswer): void {
    if (this.#settle()) this.#resolve(answer);
  }

  /** Rejects with this error, and with the text that had arrived. */
  fail({ kind, detail }: AssistantError): void {
    if (this.#settle()) this.#reject(new AssistantError(kind, detail, this.#text === "" ? undefined : this.#text));
  }

  #add(content: string): void {
    if (this.#isSettled || content === "") return;
    this.#text += content;
    this.#options.onDelta?.(content);
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
