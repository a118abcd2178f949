/** Tokens that the instruction, the template and the answer take of a context. */
const INSTRUCTION_TOKENS = 300;
const LARGEST_ANSWER_TOKENS = 1024;
/** What is taken for the context of a server that doesn't tell: Ollama's default on small machines. */
export const UNKNOWN_CONTEXT_TOKENS = 4096;

/**
 * UTF-16 units of a text that surely fit into a context of so many tokens, its answer beside it. Small models make a
 * token of as little as one letter of Greek or Bulgarian, and of two of Latin script with accents.
 */
export function textBudget(contextTokens: number, text: string): number {
  const answer = Math.min(LARGEST_ANSWER_TOKENS, Math.floor(contextTokens / 4));
  const room = Math.max(64, contextTokens - INSTRUCTION_TOKENS - answer);
  const sample = text.slice(0, 20_000);
  const others = sample.match(/[\u0250-\uffff]/gu)?.length ?? 0;
  const unitsPerToken = 2.2 - (others / Math.max(1, sample.length)) * 1.2;
  return Math.floor(room * unitsPerToken);
}
