import type { ChatMessage, ChatUsage } from "./chatModel.ts";

/** No tokenizer makes one token of more letters of a text than this on average. */
const MOST_LETTERS_PER_TOKEN = 8;
/** Below this, an estimate says nothing. */
const FEWEST_LETTERS = 8000;

/**
 * Whether the server worked on far fewer tokens than the messages have, by its own account: Ollama drops the
 * oldest ones without a word when they don't fit.
 */
export function isSilentlyCut(messages: readonly ChatMessage[], usage: ChatUsage | undefined): boolean {
  if (!usage || usage.promptTokens <= 0) return false;
  // Counting letters of a long text takes its time, and most texts can't have so many.
  const length = messages.reduce((sum, { content }) => sum + content.length, 0);
  if (length < Math.max(FEWEST_LETTERS, usage.promptTokens * MOST_LETTERS_PER_TOKEN)) return false;
  const letters = messages.reduce((count, { content }) => count + content.replace(/[^\p{L}]+/gu, "").length, 0);
  return letters >= FEWEST_LETTERS && usage.promptTokens * MOST_LETTERS_PER_TOKEN < letters;
}
