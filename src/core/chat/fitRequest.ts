import { AssistantError } from "../errors.ts";
import { estimateTokens } from "../estimateTokens.ts";
import type { ChatRequest } from "./chatModel.ts";

/** What a template puts round each message. */
const TOKENS_PER_MESSAGE = 4;
/** Tokenizers that know a language badly make this much more of it than the estimate. */
const MOST = 1.5;
/** A request leaves this much more room for its answer than an answer needs at the least. */
const SPARE_ANSWER = 4;

/**
 * The request as it fits into a model's context, with less room for the answer where there isn't as much as was asked
 * for: some servers refuse what might not fit. Throws `contextExceeded` with both figures for what can't fit by any
 * tokenizer: a server might cut it without a word.
 */
export function fitRequest(request: ChatRequest, contextTokens: number | undefined): ChatRequest {
  if (contextTokens === undefined) return request;
  const { messages, maxTokens } = request;
  const prompt = messages.reduce((sum, { content }) => sum + estimateTokens(content) + TOKENS_PER_MESSAGE, 0);
  const leastAnswer = Math.ceil(maxTokens / SPARE_ANSWER);
  if (prompt + leastAnswer > contextTokens) {
    throw new AssistantError("contextExceeded", { limit: contextTokens, requested: prompt + leastAnswer });
  }
  const room = Math.max(leastAnswer, Math.floor(contextTokens - prompt * MOST));
  return room < maxTokens ? { ...request, maxTokens: room } : request;
}
