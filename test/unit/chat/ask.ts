import type { ChatAnswer } from "../../../src/core/chat/chatModel.ts";
import type { Fetch } from "../../../src/core/chat/fetchPort.ts";
import { createOpenaiModel, type OpenaiModelOptions } from "../../../src/core/chat/openaiModel.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { silentLogger } from "../../../src/core/log.ts";

export interface Outcome {
  readonly answer: ChatAnswer | undefined;
  readonly error: AssistantError | undefined;
  readonly deltas: string;
}

/** One streamed request over an injected fetch. */
export async function ask(fetch: Fetch, options: Partial<OpenaiModelOptions> = {}): Promise<Outcome> {
  const model = createOpenaiModel({
    name: "memory",
    url: "http://127.0.0.1/v1",
    model: "m",
    fetch,
    logger: silentLogger,
    ...options,
  });
  let deltas = "";
  const onDelta = (text: string) => {
    deltas += text;
  };
  const request = {
    messages: [{ role: "user", content: "Translate.\n\nkirja" }],
    temperature: 0,
    maxTokens: 10,
  } as const;
  try {
    const answer = await model.complete(request, { signal: new AbortController().signal, onDelta });
    return { answer, error: undefined, deltas };
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    return { answer: undefined, error, deltas };
  }
}
