import type { ChatModel, ChatRequest } from "../../src/core/chat/chatModel.ts";
import { AssistantError } from "../../src/core/errors.ts";

export interface FakeModel extends ChatModel {
  readonly requests: ChatRequest[];
}

/** The text to work on: what follows the first blank line of the last user message. */
export function textOf({ messages }: ChatRequest): string {
  const content = messages.at(-1)?.content ?? "";
  return content.slice(content.indexOf("\n\n") + 2);
}

/** The instruction paragraph before it. */
export function instructionOf({ messages }: ChatRequest): string {
  return (messages.at(-1)?.content ?? "").split("\n\n", 1)[0] ?? "";
}

/** A model in memory: a function from the text to its answer, or the answers in their order. An error is thrown. */
export function fakeModel(answer: ((text: string) => string) | readonly (string | AssistantError)[]): FakeModel {
  const requests: ChatRequest[] = [];
  return {
    name: "fake",
    requests,
    async complete(request, { signal, onDelta }) {
      requests.push(request);
      if (signal.aborted) throw new AssistantError("cancelled");
      const text = typeof answer === "function" ? answer(textOf(request)) : answer[requests.length - 1];
      if (text === undefined) throw new Error(`the fake model was asked ${requests.length} times`);
      if (text instanceof AssistantError) throw text;
      for (const piece of text.match(/.{1,5}/gsu) ?? []) onDelta?.(piece);
      return { text, usage: undefined, hasInvalidBytes: false };
    },
  };
}
