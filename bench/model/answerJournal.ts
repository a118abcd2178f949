import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { ChatAnswer, ChatModel } from "../../src/core/chat/chatModel.ts";

/** The model, with its answers kept in a file of JSON lines: what was asked before in the same words isn't asked again. */
export function withJournal(model: ChatModel, file: string): ChatModel {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const known = new Map<string, ChatAnswer>(lines.map((line) => JSON.parse(line)));
  return {
    ...model,
    complete: async (request, options) => {
      const key = JSON.stringify([model.name, request]);
      const before = known.get(key);
      if (before) return before;
      const answer = await model.complete(request, options);
      known.set(key, answer);
      appendFileSync(file, `${JSON.stringify([key, answer])}\n`);
      return answer;
    },
  };
}
