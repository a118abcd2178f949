import { type Clock, systemClock } from "../clock.ts";
import { AssistantError } from "../errors.ts";
import { createQueue, type Queue } from "../limit.ts";
import type { Logger } from "../log.ts";
import type { ChatAnswer, ChatModel, ChatOptions, ChatRequest } from "./chatModel.ts";
import { type EndpointUrl, endpointUrl } from "./endpointUrl.ts";
import { exchange } from "./exchange.ts";
import type { Fetch } from "./fetchPort.ts";
import { fitRequest } from "./fitRequest.ts";
import { isSilentlyCut } from "./isSilentlyCut.ts";
import { requestBody } from "./requestBody.ts";
import { requestHeaders } from "./requestHeaders.ts";
import { retryDelay } from "./retry.ts";
import { createQuirksMemory, mendQuirks, type ServerQuirks } from "./serverQuirks.ts";

export interface OpenaiModelOptions {
  /** The model's name as it is shown to the user. */
  readonly name: string;
  /** The endpoint's address: a host, a base such as `…/v1`, or the full path of its chat completions. */
  readonly url: string;
  /** The model's name as the server knows it. */
  readonly model: string;
  readonly apiKey?: string | undefined;
  readonly fetch: Fetch;
  readonly logger: Logger;
  /** Shared by all models of one endpoint; else this model has its own: one request at a time on this computer, four elsewhere. */
  readonly queue?: Queue | undefined;
  /** Milliseconds until content or reasoning arrives; 10 minutes on this computer, 2 elsewhere. */
  readonly firstTokenTimeoutMs?: number | undefined;
  /** Milliseconds between pieces of the answer; 2 minutes on this computer, 1 elsewhere. */
  readonly idleTimeoutMs?: number | undefined;
  /** Tokens that question and answer may have together, where that is known: what can't fit isn't sent. */
  readonly contextTokens?: number | undefined;
  /** What is known of the server before it is asked. */
  readonly quirks?: Partial<ServerQuirks> | undefined;
  /** Called with what a refusal taught, once the server has taken a request made in that way. */
  readonly onLearned?: ((quirks: Partial<ServerQuirks>) => void) | undefined;
  readonly clock?: Clock;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

const MINUTE_MS = 60_000;
/** UTF-16 units of an answer: no task makes more of a text. */
const SMALLEST_MAX_LENGTH = 256 * 1024;
const MAX_GROWTH = 4;

/** A model behind an OpenAI-compatible server. Throws `invalidSettings` for an address that can't be one. */
export function createOpenaiModel(options: OpenaiModelOptions): ChatModel {
  const { clock = systemClock, random = Math.random } = options;
  const endpoint = endpointUrl(options.url);
  const queue = options.queue ?? createQueue({ concurrency: endpoint.isLoopback ? 1 : 4, clock });
  const quirks = createQuirksMemory(options);

  /** Says that another request is worth sending, after the queue's pause; throws the error where none is. */
  const recover = (error: AssistantError, sent: ServerQuirks, { request, effort }: Job): undefined => {
    const mended = mendQuirks({ sent, request, error, hasV1: endpoint.underV1 !== undefined });
    if (mended) {
      quirks.add(mended);
      effort.mends += 1;
      return;
    }
    const delay = retryDelay({ error, retries: effort.retries, random: random() });
    if (delay === undefined) throw error;
    effort.retries += 1;
    // Paused while this turn still lasts: else the next in line would run into the same wall first.
    queue.pause(delay);
  };

  /** One request in its turn: the answer, or `undefined` where another is to be sent. */
  const tryOnce = async (job: Job): Promise<ChatAnswer | undefined> => {
    const sent = quirks.current();
    try {
      return await logged({ ...options, clock, ...job.effort }, () =>
        send({ ...options, ...job, clock, endpoint, quirks: sent }),
      );
    } catch (error) {
      if (!(error instanceof AssistantError)) throw error;
      return recover(error, sent, job);
    }
  };

  return {
    name: options.name,
    contextTokens: options.contextTokens,
    async complete(wanted, chat) {
      const request = fitRequest(wanted, options.contextTokens);
      const job: Job = { request, chat, effort: { retries: 0, mends: 0 } };
      const { signal } = chat;
      let answer = await queue.run(() => tryOnce(job), { signal });
      while (!answer) answer = await queue.run(() => tryOnce(job), { signal, place: "first" });
      quirks.proved();
      return answer;
    },
  };
}

interface Job {
  readonly request: ChatRequest;
  readonly chat: ChatOptions;
  readonly effort: { retries: number; mends: number };
}

interface Report extends Pick<OpenaiModelOptions, "name" | "logger"> {
  readonly clock: Clock;
  readonly retries: number;
  readonly mends: number;
}

/** Logs how a request went: sizes, durations and codes. */
async function logged(
  { name, logger, clock, retries, mends }: Report,
  work: () => Promise<ChatAnswer>,
): Promise<ChatAnswer> {
  const began = clock.now();
  const report = () => ({ endpoint: name, attempt: 1 + retries + mends, ms: Math.round(clock.now() - began) });
  try {
    const answer = await work();
    const { text, usage, hasInvalidBytes } = answer;
    logger.info("chat.answer", {
      ...report(),
      length: text.length,
      promptTokens: usage?.promptTokens,
      hasInvalidBytes,
    });
    return answer;
  } catch (error) {
    const { kind, detail } = error instanceof AssistantError ? error : { kind: "bug", detail: {} };
    logger.warn("chat.failed", { ...report(), kind, status: detail.status, reason: detail.reason });
    throw error;
  }
}

interface Sending extends OpenaiModelOptions, Job {
  readonly clock: Clock;
  readonly endpoint: EndpointUrl;
  readonly quirks: ServerQuirks;
}

async function send({ endpoint, request, chat, quirks, ...options }: Sending): Promise<ChatAnswer> {
  const { messages } = request;
  const inputLength = messages.reduce((length, { content }) => length + content.length, 0);
  const answer = await exchange({
    ...options,
    url: (quirks.isUnderV1 ? endpoint.underV1 : undefined) ?? endpoint.completions,
    headers: requestHeaders(options.apiKey),
    body: requestBody(request, { model: options.model, quirks, isStreamed: chat.onDelta !== undefined }),
    signal: chat.signal,
    onDelta: chat.onDelta,
    // Where the text itself is about the tag, the answer may well begin with it.
    thinking: messages.at(-1)?.content.includes("<think>") ? "content" : "hidden",
    maxLength: Math.max(MAX_GROWTH * inputLength, SMALLEST_MAX_LENGTH),
    firstTokenTimeoutMs: options.firstTokenTimeoutMs ?? (endpoint.isLoopback ? 10 : 2) * MINUTE_MS,
    idleTimeoutMs: options.idleTimeoutMs ?? (endpoint.isLoopback ? 2 : 1) * MINUTE_MS,
  });
  if (isSilentlyCut(messages, answer.usage)) {
    throw new AssistantError("contextExceeded", { reason: "the server left a part of the text out" }, answer.text);
  }
  return answer;
}
