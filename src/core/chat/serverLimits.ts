/** What a server says of itself, where it says it. */
export interface ServerLimits {
  /** Which program it is. */
  readonly kind?: ServerKind;
  /** Tokens that one request may have, the answer's included. */
  readonly contextTokens?: number;
  /** Requests that it works on at the same time. */
  readonly slots?: number;
}

export const SERVER_KINDS = ["ollama", "lmstudio", "llamacpp", "vllm", "sglang", "litellm"] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];
