import { AssistantError } from "../errors.ts";
import type { AnswerCollector } from "./answerCollector.ts";
import { type BodyReader, createBodyReader, type ServerEvent } from "./bodyReader.ts";
import { readChunk } from "./chatChunk.ts";
import type { ChatAnswer } from "./chatModel.ts";
import { connectionCode } from "./connectionError.ts";
import type { ByteReader } from "./fetchPort.ts";
import { httpError } from "./httpError.ts";
import type { Run } from "./untilOver.ts";
import { createUtf8Decoder } from "./utf8Decoder.ts";

export interface Receiving {
  readonly run: Run<ChatAnswer>;
  readonly collector: AnswerCollector;
  readonly contentType: string;
  readonly model: string;
  /** UTF-16 units of content. */
  readonly maxLength: number;
  /** Milliseconds. */
  readonly idleTimeoutMs: number;
}

/** Bytes that are no content: comments, ids, usage. Together with what each character of content may cost. */
const SPARE_BYTES = 16 * 1024 * 1024;
const BYTES_PER_UNIT = 1024;
/** What a whole answer holds beside its content, and what escaping (`\u0159`) makes of that. */
const JSON_SPARE = 1024 * 1024;
const JSON_PER_UNIT = 6;
/** After its finish_reason an answer is complete; usage and `[DONE]` may still come, and needn't. */
const AFTERMATH_MS = 2000;

/** Takes in the body of a successful answer, streamed or whole; rejects with what it is if it isn't one. */
export async function receiveAnswer(reader: ByteReader, receiving: Receiving): Promise<ChatAnswer> {
  const { run, collector } = receiving;
  const decoder = createUtf8Decoder();
  const complete = () => collector.complete(decoder.hasInvalidBytes());
  const state = { isDone: false };
  const body = openBody(receiving, { state, complete });
  let size = 0;
  while (!state.isDone && !run.isOver()) {
    const bytes = await readNext(reader, collector);
    if (bytes === undefined) {
      if (!state.isDone) endBody(body, decoder.flush());
      break;
    }
    size += bytes.byteLength;
    if (size > SPARE_BYTES + BYTES_PER_UNIT * collector.length()) throw new AssistantError("tooLong");
    body.feed(decoder.decode(bytes));
  }
  if (!collector.hasEnded()) throw new AssistantError("interrupted");
  return complete();
}

/** zlib's and Brotli's, for bytes that aren't packed in the way that the server named. */
const UNPACKING = /^(?:Z_DATA_ERROR$|ERR__ERROR_FORMAT_)/;

/** `undefined` at the end, which is also where a connection breaks after the answer's own end. */
async function readNext(reader: ByteReader, collector: AnswerCollector): Promise<Uint8Array | undefined> {
  try {
    const { done, value } = await reader.read();
    return done ? undefined : (value ?? new Uint8Array());
  } catch (error) {
    if (collector.hasEnded()) return undefined;
    const reason = connectionCode(error);
    if (UNPACKING.test(reason))
      throw new AssistantError("unexpectedAnswer", { received: "bytes that can't be unpacked" });
    throw new AssistantError(reason === "UND_ERR_BODY_TIMEOUT" ? "idleTimeout" : "interrupted", { reason });
  }
}

function endBody(body: BodyReader, rest: string): void {
  body.feed(rest);
  body.end();
}

interface Ends {
  readonly state: { isDone: boolean };
  readonly complete: () => ChatAnswer;
}

function openBody(receiving: Receiving, { state, complete }: Ends): BodyReader {
  const { run, collector, model, maxLength, idleTimeoutMs, contentType } = receiving;
  const expect = patience(receiving, complete);
  return createBodyReader({
    contentType,
    maxJsonLength: JSON_SPARE + JSON_PER_UNIT * maxLength,
    onBegin: (kind) => {
      if (kind === "json")
        run.watchdog.begin({ ms: idleTimeoutMs, onExpire: () => run.settle(giveUpIdle(idleTimeoutMs)) });
    },
    onJson: (value) => {
      const chunk = readChunk(value);
      if (chunk?.error !== undefined) throw httpError({ body: JSON.stringify(value), model });
      if (!chunk?.hasChoice) throw new AssistantError("unexpectedAnswer", { received: "application/json" });
      collector.add(chunk);
      collector.markDone();
    },
    onEvent: (event) => {
      // Nothing behind [DONE] counts, and nothing of a run that was cancelled meanwhile.
      if (state.isDone || run.isOver()) return;
      if (event.data.trim() === "[DONE]") {
        collector.markDone();
        state.isDone = true;
      } else if (takeEvent(event, receiving)) expect();
    },
  });
}

/** Whether the event brought the answer on. */
function takeEvent({ data, name, isLast }: ServerEvent, { collector, model }: Receiving): boolean {
  if (name === "error") throw httpError({ body: data, model });
  const value = parseEvent(data);
  if (value === undefined) {
    // The last event may be cut, and what comes after the end may be anything.
    if (isLast || collector.hasEnded() || data.trim() === "") return false;
    throw new AssistantError("unexpectedAnswer", { received: "an event that is no JSON" });
  }
  const chunk = readChunk(value);
  if (chunk?.error !== undefined) throw httpError({ body: data, model });
  return chunk !== undefined && collector.add(chunk);
}

function parseEvent(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/**
 * The patience changes with the first piece of the answer and with its end; in between a touch is enough. Some servers
 * say in every chunk that it is the last one: as long as content comes, the answer isn't at its end.
 */
function patience({ run, collector, idleTimeoutMs }: Receiving, complete: () => ChatAnswer): () => void {
  let phase: "waiting" | "answering" | "ended" = "waiting";
  let lengthAtEnd = 0;
  return () => {
    if (collector.hasEnded()) {
      if (phase !== "ended" || collector.length() > lengthAtEnd)
        run.watchdog.begin({ ms: AFTERMATH_MS, onExpire: () => run.settle(complete) });
      phase = "ended";
      lengthAtEnd = collector.length();
    } else if (phase === "waiting") {
      phase = "answering";
      run.watchdog.begin({ ms: idleTimeoutMs, onExpire: () => run.settle(giveUpIdle(idleTimeoutMs)) });
    } else run.watchdog.touch();
  };
}

function giveUpIdle(ms: number): () => never {
  return () => {
    throw new AssistantError("idleTimeout", { ms });
  };
}
