import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { ChatAnswer, ChatModel } from "../../src/core/chat/chatModel.ts";
import { AssistantError } from "../../src/core/errors.ts";

/** An answer, or what a model had written when it came to the end of its room. */
type Kept = ChatAnswer | { readonly truncated: string };

/**
 * The model, with its answers kept in a file of JSON lines: what was asked before in the same words isn't asked again.
 * So are those that were cut at the end of their room, which take the longest; other failures are no answers.
 */
export function withJournal(model: ChatModel, file: string): ChatModel {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const known = new Map<string, Kept>(lines.map((line) => JSON.parse(line)));
  return {
    ...model,
    complete: async (request, options) => {
      const key = JSON.stringify([model.name, request]);
      const kept = known.get(key) ?? (await model.complete(request, options).catch(keepWhatWasCut));
      if (!known.has(key)) appendFileSync(file, `${JSON.stringify([key, kept])}\n`);
      known.set(key, kept);
      if ("truncated" in kept) throw new AssistantError("truncated", {}, kept.truncated);
      return kept;
    },
  };
}

function keepWhatWasCut(error: unknown): Kept {
  if (error instanceof AssistantError && error.kind === "truncated" && error.partialText !== undefined)
    return { truncated: error.partialText };
  throw error;
}
