import { estimateTokens } from "../estimateTokens.ts";
import { buildRequest } from "./prompts.ts";
import type { Task } from "./task.ts";

/** Tokenizers that know a language badly make this much more of it than the estimate. */
const MOST = 2;

/**
 * Tokens, by the estimate, that a text may have so that a model can surely be asked about it: question and answer have
 * the same length, give or take what another language takes. `undefined` where hardly the question fits.
 */
export function roomForText(task: Task, contextTokens: number): number | undefined {
  const empty = buildRequest({ task, text: "", temperature: 0 });
  const frame = empty.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  const room = Math.floor((contextTokens - frame * MOST) / (2 * MOST));
  return room > 0 ? room : undefined;
}
