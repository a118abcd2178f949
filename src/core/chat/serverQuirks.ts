import type { AssistantError } from "../errors.ts";
import type { ChatRequest } from "./chatModel.ts";

/** What a server, or the template of its model, doesn't take. Learned from its refusals, and remembered per model object. */
export interface ServerQuirks {
  /** The system message goes into the first user message. */
  readonly foldsSystem: boolean;
  readonly maxTokensField: "max_tokens" | "max_completion_tokens" | "none";
  readonly sendsTemperature: boolean;
  readonly streams: boolean;
  /** The address is a host alone, and the service is under `/v1`. */
  readonly isUnderV1: boolean;
  /** The field by which a thinking model is asked to answer at once. */
  readonly noThinking: "unasked" | (typeof NO_THINKING_FIELDS)[number] | "refused";
}

/** How servers are asked for it, in the order in which they are tried: vLLM, SGLang and llama-server first, then Ollama. */
export const NO_THINKING_FIELDS = ["chat_template_kwargs", "reasoning_effort"] as const;

export const NO_QUIRKS: ServerQuirks = {
  foldsSystem: false,
  maxTokensField: "max_tokens",
  sendsTemperature: true,
  streams: true,
  isUnderV1: false,
  noThinking: "unasked",
};

/** What was sent, and how it was refused. */
export interface Refusal {
  readonly sent: ServerQuirks;
  readonly request: ChatRequest;
  readonly error: AssistantError;
  /** Whether there is an address to try under `/v1`. */
  readonly hasV1: boolean;
}

/**
 * What to do differently, where the refusal names something that can be left out or put another way; `undefined`
 * where it doesn't, or where that was done already. So that each is tried once.
 */
export function mendQuirks({ sent, request, error, hasV1 }: Refusal): Partial<ServerQuirks> | undefined {
  // What has been shown already can't begin anew.
  if (error.partialText !== undefined) return undefined;
  if (error.kind === "notFound") return hasV1 && !sent.isUnderV1 ? { isUnderV1: true } : undefined;
  if (error.kind === "reasoningOnly") return askNotToThink(sent);
  if (error.kind !== "badRequest") return undefined;
  switch (error.detail.reason) {
    case "system_role":
      return !sent.foldsSystem && request.messages.some(({ role }) => role === "system")
        ? { foldsSystem: true }
        : undefined;
    case "max_tokens":
      return sent.maxTokensField === "max_tokens" ? { maxTokensField: "max_completion_tokens" } : dropMaxTokens(sent);
    case "max_completion_tokens":
      return dropMaxTokens(sent);
    case "temperature":
      return sent.sendsTemperature ? { sendsTemperature: false } : undefined;
    case "stream":
      return sent.streams ? { streams: false } : undefined;
    case "chat_template_kwargs":
      return sent.noThinking === "chat_template_kwargs" ? { noThinking: "reasoning_effort" } : undefined;
    case "reasoning_effort":
      return sent.noThinking === "reasoning_effort" ? { noThinking: "refused" } : undefined;
    default:
      return undefined;
  }
}

/** Where all of an answer went into thinking. */
function askNotToThink({ noThinking }: ServerQuirks): Partial<ServerQuirks> | undefined {
  if (noThinking === "unasked") return { noThinking: "chat_template_kwargs" };
  return noThinking === "chat_template_kwargs" ? { noThinking: "reasoning_effort" } : undefined;
}

function dropMaxTokens(sent: ServerQuirks): Partial<ServerQuirks> | undefined {
  return sent.maxTokensField === "none" ? undefined : { maxTokensField: "none" };
}

export interface QuirksMemoryOptions {
  /** What is known of the server before it is asked. */
  readonly quirks?: Partial<ServerQuirks> | undefined;
  readonly onLearned?: ((quirks: Partial<ServerQuirks>) => void) | undefined;
}

export interface QuirksMemory {
  current(): ServerQuirks;
  add(mended: Partial<ServerQuirks>): void;
  /** Says that the server took a request made in this way: what a refusal taught is passed on now, and once. */
  proved(): void;
}

export function createQuirksMemory({ quirks, onLearned }: QuirksMemoryOptions): QuirksMemory {
  let current: ServerQuirks = { ...NO_QUIRKS, ...quirks };
  let unreported: Partial<ServerQuirks> | undefined;
  return {
    current: () => current,
    add: (mended) => {
      current = { ...current, ...mended };
      unreported = { ...unreported, ...mended };
    },
    proved: () => {
      if (unreported) onLearned?.(unreported);
      unreported = undefined;
    },
  };
}
