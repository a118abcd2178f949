import type { ChatAnswer } from "../core/chat/chatModel.ts";
import { AssistantError } from "../core/errors.ts";
import type { EngineAnswer } from "./engineProtocol.ts";

/** A complete answer, or the AssistantError that says what it lacks. */
export function answerOf(
  { stop, promptTokens, completionTokens }: EngineAnswer,
  { text, thoughtLength, contextTokens }: AnswerText,
): ChatAnswer | AssistantError {
  switch (stop) {
    case "end":
      if (text.trim() === "") return new AssistantError(thoughtLength > 0 ? "reasoningOnly" : "empty");
      return { text, usage: { promptTokens, completionTokens }, hasInvalidBytes: text.includes("\uFFFD") };
    case "maxTokens":
      return new AssistantError("truncated");
    case "contextFull": {
      // One token more than there was room for.
      const requested = promptTokens + completionTokens + 1;
      return new AssistantError("contextExceeded", { limit: contextTokens, requested });
    }
    case "cancelled":
      return new AssistantError("cancelled");
    default:
      throw stop satisfies never;
  }
}

interface AnswerText {
  readonly text: string;
  /** UTF-16 units of thinking that the text is without. */
  readonly thoughtLength: number;
  readonly contextTokens: number;
}
