import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import type { ChatAnswer, ChatMessage } from "../../../src/core/chat/chatModel.ts";
import { createOpenaiModel, type OpenaiModelOptions } from "../../../src/core/chat/openaiModel.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { createTransport } from "../../../src/node/transport.ts";
import { type FakeServer, type FakeServerOptions, startFakeServer } from "../../support/fakeServer/fakeServer.ts";
import type { RecordedRequest, Script } from "../../support/fakeServer/reply.ts";
import { CANARIES, findCanaries } from "./canaries.ts";
import { type LogLine, recordingLogger } from "./recordingLogger.ts";
import { resourcesBack, unhandledRejections } from "./resources.ts";

export interface ConverseOptions {
  readonly mode?: "streamed" | "whole";
  readonly model?: Partial<OpenaiModelOptions>;
  readonly messages?: readonly ChatMessage[];
  /** Milliseconds after which the user cancels: of the request, or of the first piece that arrives. */
  readonly cancelAfterMs?: number;
  readonly cancelFrom?: "request" | "firstPiece";
  /** Milliseconds within which it has to settle; I2. */
  readonly deadlineMs?: number;
  readonly server?: FakeServerOptions;
  readonly onDelta?: (text: string) => void;
}

export interface Conversation {
  readonly answer: ChatAnswer | undefined;
  readonly error: AssistantError | undefined;
  readonly deltas: readonly string[];
  readonly requests: readonly RecordedRequest[];
  readonly logs: readonly LogLine[];
  /** Milliseconds until it settled, and from the cancelling on where there was one. */
  readonly ms: number;
  readonly msAfterCancel: number;
}

const MESSAGES: readonly ChatMessage[] = [
  { role: "system", content: `You translate. ${CANARIES.prompt}` },
  { role: "user", content: `Translate the following text.\n\nIl-ktieb ${CANARIES.text} huwa fuq il-mejda.` },
];

/** One request to a server that plays the script, through the real transport, with the invariants checked behind it. */
export async function converse(script: Script, options: ConverseOptions = {}): Promise<Conversation> {
  const rejections = unhandledRejections();
  const isBack = await resourcesBack();
  const server = await startFakeServer(script, options.server);
  try {
    return await talk(server, options);
  } finally {
    await server.close();
    await isBack();
    assert.deepEqual(rejections.stop(), [], "I3: unhandled rejections");
  }
}

async function talk(server: FakeServer, options: ConverseOptions): Promise<Conversation> {
  const { deadlineMs = 3000, cancelAfterMs } = options;
  const transport = createTransport();
  const logger = recordingLogger();
  const controller = new AbortController();
  const deltas: string[] = [];
  const model = createOpenaiModel({
    name: "fake",
    url: server.url,
    model: "eurollm",
    apiKey: CANARIES.key,
    fetch: transport.fetchFor(server.url),
    logger,
    ...options.model,
  });
  const began = performance.now();
  let cancelledAt = began;
  let canceller: NodeJS.Timeout | undefined;
  const cancelLater = () => {
    if (cancelAfterMs === undefined) return;
    canceller ??= setTimeout(() => {
      cancelledAt = performance.now();
      controller.abort();
    }, cancelAfterMs);
  };
  if (options.cancelFrom !== "firstPiece") cancelLater();
  const onDelta = (text: string) => {
    deltas.push(text);
    cancelLater();
    options.onDelta?.(text);
  };
  const result = await model
    .complete(
      { messages: options.messages ?? MESSAGES, temperature: 0, maxTokens: 100 },
      { signal: controller.signal, ...(options.mode !== "whole" && { onDelta }) },
    )
    .then(
      (answer) => ({ answer, error: undefined }),
      (error: unknown) => ({ answer: undefined, error }),
    );
  const settled = performance.now();
  clearTimeout(canceller);
  assert.ok(settled - began < deadlineMs, `I2: settled after ${Math.round(settled - began)} ms`);
  assert.deepEqual(getEventListeners(controller.signal, "abort"), [], "I3: a listener is left on the signal");
  const deltaCount = deltas.length;
  await transport.dispose();
  assert.equal(deltas.length, deltaCount, "nothing is said after the end");
  const { answer, error } = result;
  if (error !== undefined) assertTyped(error);
  assert.deepEqual(findCanaries({ error, logs: logger.lines }), [], "I4: canaries in a log or an error");
  if (answer && deltas.length > 0) assert.equal(deltas.join(""), answer.text);
  if (error instanceof AssistantError) assert.equal(error.partialText ?? "", deltas.join(""), "I6: the partial text");
  return {
    answer,
    error: error instanceof AssistantError ? error : undefined,
    deltas,
    requests: server.requests,
    logs: logger.lines,
    ms: settled - began,
    msAfterCancel: settled - cancelledAt,
  };
}

function assertTyped(error: unknown): asserts error is AssistantError {
  if (!(error instanceof AssistantError)) throw error;
}
