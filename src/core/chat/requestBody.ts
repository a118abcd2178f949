import type { ChatMessage, ChatRequest } from "./chatModel.ts";
import type { ServerQuirks } from "./serverQuirks.ts";

/** The fields that a server may refuse and that can be mended, the longer name before the one that it holds. */
export const REQUEST_FIELDS = [
  "max_completion_tokens",
  "max_tokens",
  "temperature",
  "chat_template_kwargs",
  "reasoning_effort",
  "stream",
] as const;

export interface BodyOptions {
  readonly model: string;
  readonly quirks: ServerQuirks;
  readonly isStreamed: boolean;
}

/** The smallest body that every server takes, as JSON: model, messages, temperature, the limit, stream. */
export function requestBody(request: ChatRequest, { model, quirks, isStreamed }: BodyOptions): string {
  return JSON.stringify({
    model,
    messages: (quirks.foldsSystem ? foldSystem(request.messages) : request.messages).map(({ role, content }) => ({
      role,
      content,
    })),
    ...(quirks.sendsTemperature && { temperature: request.temperature }),
    ...(quirks.maxTokensField !== "none" && { [quirks.maxTokensField]: request.maxTokens }),
    ...(quirks.noThinking === "chat_template_kwargs" && { chat_template_kwargs: { enable_thinking: false } }),
    ...(quirks.noThinking === "reasoning_effort" && { reasoning_effort: "none" }),
    stream: isStreamed && quirks.streams,
  });
}

/**
 * Puts the system messages before the first user message's own text, without a blank line: the first one there
 * is the border between the instruction and the text to work on.
 */
export function foldSystem(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const system = messages.filter(({ role }) => role === "system").map(({ content }) => withoutBlankLines(content));
  const others = messages.filter(({ role }) => role !== "system");
  const first = others.findIndex(({ role }) => role === "user");
  if (system.length === 0 || first === -1) return messages;
  return others.map((message, index) =>
    index === first ? { role: "user", content: [...system, message.content].join("\n") } : message,
  );
}

function withoutBlankLines(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, "\n");
}
