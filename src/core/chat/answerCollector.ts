import { AssistantError } from "../errors.ts";
import type { ChatChunk } from "./chatChunk.ts";
import type { ChatAnswer, ChatUsage } from "./chatModel.ts";
import { createThinkFilter } from "./thinkFilter.ts";

export interface AnswerCollector {
  /** Takes a chunk in; returns whether it brought the answer on: content, reasoning, or its end. Throws `tooLong`. */
  add(chunk: ChatChunk): boolean;
  /** Notes that the server said `[DONE]`. */
  markDone(): void;
  /** Whether the answer's end was seen: a finish_reason or `[DONE]`. */
  hasEnded(): boolean;
  /** Whether content or reasoning has arrived. */
  hasBegun(): boolean;
  /** UTF-16 units of content and reasoning so far. */
  length(): number;
  /** The content that was passed on so far. */
  text(): string;
  /** The complete answer. Throws what it is instead: cut, filtered, reasoning alone, empty, or ended for another reason. */
  complete(hasInvalidBytes: boolean): ChatAnswer;
}

export interface CollectorOptions {
  /** UTF-16 units. */
  readonly maxLength: number;
  /** False where the request itself is about the tag: it is content then. */
  readonly thinking: "hidden" | "content";
  readonly onDelta: ((text: string) => void) | undefined;
}

/** More than any model thinks; only its length is kept. UTF-16 units. */
const MAX_REASONING = 1024 * 1024;

/** The reasons by which OpenAI's kind of server, and Hugging Face's, say that the model came to its end. */
const COMPLETE: ReadonlySet<string> = new Set(["stop", "eos_token", "stop_sequence"]);

/** Puts an answer together from its chunks, and knows what it is worth at the end. */
export function createAnswerCollector({ maxLength, thinking, onDelta }: CollectorOptions): AnswerCollector {
  const filter = thinking === "hidden" ? createThinkFilter() : undefined;
  let text = "";
  let reasoningLength = 0;
  let finishReason: string | undefined;
  let isDone = false;
  let usage: ChatUsage | undefined;

  const pass = (content: string) => {
    if (content === "") return;
    if (text.length + content.length > maxLength) throw new AssistantError("tooLong");
    text += content;
    onDelta?.(content);
  };
  const thought = () => reasoningLength + (filter?.thoughtLength() ?? 0);

  return {
    add: (chunk) => {
      if (chunk.usage) usage = chunk.usage;
      if (chunk.finishReason !== undefined) finishReason = chunk.finishReason;
      reasoningLength += chunk.reasoningLength;
      if (chunk.content !== "") pass(filter ? filter.push(chunk.content) : chunk.content);
      if (thought() > MAX_REASONING) throw new AssistantError("tooLong");
      return chunk.content !== "" || chunk.reasoningLength > 0 || chunk.finishReason !== undefined;
    },
    markDone: () => {
      isDone = true;
    },
    hasEnded: () => isDone || finishReason !== undefined,
    hasBegun: () => text !== "" || thought() > 0,
    length: () => text.length + thought(),
    text: () => text,
    complete: (hasInvalidBytes) => {
      pass(filter?.end() ?? "");
      refuseIncomplete({ text, hasThought: thought() > 0, finishReason });
      return { text, usage, hasInvalidBytes: hasInvalidBytes && text.includes("\uFFFD") };
    },
  };
}

interface Ending {
  readonly text: string;
  readonly hasThought: boolean;
  readonly finishReason: string | undefined;
}

function refuseIncomplete({ text, hasThought, finishReason = "stop" }: Ending): void {
  const isBlank = text.trim() === "";
  if (finishReason === "content_filter") throw new AssistantError("filtered");
  if (isBlank && hasThought) throw new AssistantError("reasoningOnly");
  if (finishReason === "length" || finishReason === "max_tokens") throw new AssistantError("truncated");
  if (!COMPLETE.has(finishReason)) throw new AssistantError("unknownFinish", { reason: plainWord(finishReason) });
  if (isBlank) throw new AssistantError("empty");
}

/** A server may say anything there; only what looks like a reason is passed on. */
function plainWord(reason: string): string {
  return /^[a-z_]{1,24}$/.test(reason) ? reason : "other";
}
