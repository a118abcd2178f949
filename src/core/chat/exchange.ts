import type { Clock } from "../clock.ts";
import { AssistantError } from "../errors.ts";
import { type AnswerCollector, createAnswerCollector } from "./answerCollector.ts";
import type { ChatAnswer } from "./chatModel.ts";
import { connectionError } from "./connectionError.ts";
import type { ByteReader, Fetch, FetchResponse } from "./fetchPort.ts";
import { httpError } from "./httpError.ts";
import { letGo } from "./letGo.ts";
import { readText } from "./readText.ts";
import { receiveAnswer } from "./receiveAnswer.ts";
import { redirectError } from "./redirectError.ts";
import { retryAfterMs } from "./retryAfter.ts";
import { type Run, untilOver } from "./untilOver.ts";

export interface Exchange {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly model: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onDelta: ((text: string) => void) | undefined;
  readonly thinking: "hidden" | "content";
  /** UTF-16 units of content. */
  readonly maxLength: number;
  /** Milliseconds. */
  readonly firstTokenTimeoutMs: number;
  /** Milliseconds. */
  readonly idleTimeoutMs: number;
}

/** An error's body follows its headers at once, or never. */
const ERROR_BODY_MS = 5000;
const MAX_ERROR_BYTES = 64 * 1024;

/** Sends one request and takes its answer in; every error carries the content that had arrived. */
export async function exchange(options: Exchange): Promise<ChatAnswer> {
  const collector = createAnswerCollector(options);
  try {
    return await untilOver(options, (run) => sendAndReceive(options, { run, collector }));
  } catch (error) {
    throw withPartialText(error, collector.text());
  }
}

interface Parts {
  readonly run: Run<ChatAnswer>;
  readonly collector: AnswerCollector;
}

async function sendAndReceive(options: Exchange, { run, collector }: Parts): Promise<ChatAnswer> {
  const { firstTokenTimeoutMs: ms, clock } = options;
  run.watchdog.begin({
    ms,
    onExpire: () =>
      run.settle(() => {
        throw new AssistantError("firstTokenTimeout", { ms });
      }),
  });
  const response = await send(options, run);
  const reader = response.body?.getReader();
  // Aborting the request closes its body, where fetch minds its signal.
  run.connection.addEventListener("abort", () => void reader?.cancel().catch(() => {}));
  // A fetch that minds no signal may come back long after the run's end.
  if (run.isOver()) {
    await reader?.cancel();
    throw new AssistantError("cancelled");
  }
  const redirect = redirectError(response, options.url);
  if (redirect) throw redirect;
  if (response.status >= 400) throw await readError(response, { reader, options, run });
  if (!reader) throw new AssistantError("unexpectedAnswer", { received: `HTTP ${response.status}` });
  const contentType = contentTypeOf(response);
  const answer = await receiveAnswer(reader, { ...options, run, collector, contentType });
  void letGo(reader, clock);
  return answer;
}

async function send({ fetch, url, headers, body }: Exchange, run: Run<ChatAnswer>): Promise<FetchResponse> {
  try {
    return await fetch(url, { method: "POST", headers, body, redirect: "manual", signal: run.connection });
  } catch (error) {
    throw connectionError(error);
  }
}

interface ErrorParts {
  readonly reader: ByteReader | undefined;
  readonly options: Exchange;
  readonly run: Run<ChatAnswer>;
}

async function readError(response: FetchResponse, { reader, options, run }: ErrorParts): Promise<AssistantError> {
  const { status, headers } = response;
  const errorWith = (body: string) =>
    httpError({ status, body, model: options.model, retryAfterMs: retryAfterMs(headers, options.clock.now()) });
  run.watchdog.begin({
    ms: ERROR_BODY_MS,
    onExpire: () =>
      run.settle(() => {
        throw errorWith("");
      }),
  });
  return errorWith(reader ? await readText(reader, MAX_ERROR_BYTES) : "");
}

function contentTypeOf({ headers }: FetchResponse): string {
  return (headers.get("content-type") ?? "").replace(/;.*/s, "").trim().toLowerCase();
}

function withPartialText(error: unknown, text: string): unknown {
  if (text === "" || !(error instanceof AssistantError)) return error;
  return new AssistantError(error.kind, error.detail, text);
}
