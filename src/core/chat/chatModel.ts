export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** 0 for the likeliest answer; Try Again samples with 0.7. Always sent: servers' defaults differ. */
  readonly temperature: number;
  /** Tokens. Always sent: some servers default to no limit at all. */
  readonly maxTokens: number;
}

export interface ChatOptions {
  readonly signal: AbortSignal;
  /**
   * Called with each piece of content as it arrives; the pieces joined are `ChatAnswer.text`.
   * With it the answer is streamed, without it the server is asked for a whole answer.
   */
  readonly onDelta?: (text: string) => void;
}

export interface ChatUsage {
  /** Tokens. */
  readonly promptTokens: number;
  /** Tokens. */
  readonly completionTokens: number;
}

/** A complete answer: its end was seen and it isn't blank. Anything less is an AssistantError. */
export interface ChatAnswer {
  readonly text: string;
  readonly usage: ChatUsage | undefined;
  /** True if bytes that are no UTF-8 arrived and stand as U+FFFD in the text. */
  readonly hasInvalidBytes: boolean;
}

/**
 * The port to a language model: an OpenAI-compatible server (`openaiModel.ts`), the built-in engine
 * (`engine/builtinModel.ts`), or a table in a test.
 */
export interface ChatModel {
  /** The model's name as it is shown to the user. */
  readonly name: string;
  /** Tokens that question and answer may have together, where that is known. */
  readonly contextTokens?: number | undefined;
  /**
   * Rejects with an AssistantError alone. `cancelled` within 200 ms of the signal, whatever the
   * server does; `partialText` holds what had arrived.
   */
  complete(request: ChatRequest, options: ChatOptions): Promise<ChatAnswer>;
}
