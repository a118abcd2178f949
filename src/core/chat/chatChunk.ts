import type { ChatUsage } from "./chatModel.ts";
import { isRecord } from "./isRecord.ts";

/** What a `chat.completion.chunk`, or a whole `chat.completion`, says. */
export interface ChatChunk {
  readonly content: string;
  /** UTF-16 units of reasoning; the text itself is of no use to anyone here. */
  readonly reasoningLength: number;
  readonly finishReason: string | undefined;
  readonly usage: ChatUsage | undefined;
  /** The `error` member, or the whole where it says that it is one: an answer with status 200 may hold it. */
  readonly error: unknown;
  /** Whether there is a choice at all; a chunk with usage alone has none. */
  readonly hasChoice: boolean;
}

/**
 * Narrows a chunk by hand: this runs for each delta, and a schema library would take longer than the rest of
 * the client together. Whatever isn't as expected is as if it weren't there. Only the choice of number 0 counts, which is asked for.
 */
export function readChunk(value: unknown): ChatChunk | undefined {
  const chunk = Array.isArray(value) ? value[0] : value;
  if (!isRecord(chunk)) return undefined;
  const choice: unknown = Array.isArray(chunk.choices) ? chunk.choices.find(isOurs) : undefined;
  const delta = isRecord(choice) ? (choice.delta ?? choice.message) : undefined;
  const message = isRecord(delta) ? delta : undefined;
  return {
    content: message ? contentOf(message.content) : "",
    reasoningLength: message ? reasoningLengthOf(message) : 0,
    finishReason: isRecord(choice) ? finishReasonOf(choice.finish_reason) : undefined,
    usage: chunk.usage ? usageOf(chunk.usage) : undefined,
    error: chunk.error || (chunk.object === "error" ? chunk : undefined),
    hasChoice: message !== undefined,
  };
}

/** Where no number is told there is one choice. */
function isOurs(choice: unknown): boolean {
  return isRecord(choice) && (typeof choice.index !== "number" || choice.index === 0);
}

/** Some servers and gateways say nothing by an empty string, or by the word, in every chunk before the last. */
function finishReasonOf(reason: unknown): string | undefined {
  return typeof reason === "string" && reason !== "" && reason !== "null" ? reason : undefined;
}

/** A string, or parts as Mistral sends them: `[{ type: "text", text }, { type: "thinking", thinking: […] }]`. */
function contentOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part: unknown) => (isThinking(part) ? "" : partText(part))).join("");
}

function reasoningLengthOf(message: Readonly<Record<string, unknown>>): number {
  const { reasoning_content: field, reasoning, content } = message;
  const own = typeof field === "string" ? field : reasoning;
  const parts = Array.isArray(content) ? content.filter(isThinking).length : 0;
  return (typeof own === "string" ? own.length : 0) + parts;
}

function isThinking(part: unknown): boolean {
  return isRecord(part) && (part.type === "thinking" || part.type === "reasoning");
}

function partText(part: unknown): string {
  if (typeof part === "string") return part;
  return isRecord(part) && typeof part.text === "string" ? part.text : "";
}

function usageOf(usage: unknown): ChatUsage | undefined {
  if (!isRecord(usage)) return undefined;
  const { prompt_tokens: promptTokens, completion_tokens: completionTokens } = usage;
  if (typeof promptTokens !== "number" || typeof completionTokens !== "number") return undefined;
  return { promptTokens, completionTokens };
}
