import { createParser } from "eventsource-parser";
import { AssistantError } from "../errors.ts";
import { isCutJson } from "./isCutJson.ts";

export interface BodyReader {
  /** Takes decoded text in, however it was split. Throws what the events' handlers throw, `tooLong` and `unexpectedAnswer`. */
  feed(text: string): void;
  /** Says that the body is at its end. Throws as well where what came is no whole answer. */
  end(): void;
}

export interface BodyReaderOptions {
  /** The Content-Type's first part, in lower case: it names what came, and the body itself says what it is. */
  readonly contentType: string;
  /** UTF-16 units that a whole answer may have. */
  readonly maxJsonLength: number;
  readonly onEvent: (event: ServerEvent) => void;
  readonly onJson: (value: unknown) => void;
  /** Something that isn't blank has come. */
  readonly onBegin: (kind: "events" | "json") => void;
}

export interface ServerEvent {
  readonly data: string;
  readonly name: string | undefined;
  /** The stream ended without the blank line behind it: it may be cut. */
  readonly isLast: boolean;
}

/** Characters of one event. */
const MAX_EVENT_LENGTH = 1024 * 1024;

/** How an event stream can begin: a field or a comment. */
const EVENT_STREAM = /^(?:data|event|id|retry)?:/;
const LONGEST_FIELD = "event:".length;

/**
 * Tells an event stream from a whole JSON answer by its first characters, since servers send either to either
 * request, under any type; and either from a page of HTML.
 */
export function createBodyReader(options: BodyReaderOptions): BodyReader {
  let beginning = "";
  let inner: BodyReader | undefined;
  return {
    feed: (text) => {
      if (inner) {
        inner.feed(text);
        return;
      }
      beginning = (beginning + text).trimStart();
      if (beginning === "" || (beginning.length < LONGEST_FIELD && /^[a-z]+$/.test(beginning))) return;
      inner = open(beginning, options);
      inner.feed(beginning);
    },
    end: () => {
      if (inner) inner.end();
      else if (beginning === "" || options.contentType === "text/event-stream") throw new AssistantError("interrupted");
      else throw unexpected(options.contentType);
    },
  };
}

function open(beginning: string, options: BodyReaderOptions): BodyReader {
  if (/^[[{]/.test(beginning)) {
    options.onBegin("json");
    return jsonReader(options);
  }
  if (!EVENT_STREAM.test(beginning)) throw unexpected(beginning.startsWith("<") ? "text/html" : options.contentType);
  options.onBegin("events");
  return eventReader(options);
}

function jsonReader({ maxJsonLength, contentType, onJson }: BodyReaderOptions): BodyReader {
  let json = "";
  return {
    feed: (text) => {
      json += text;
      if (json.length > maxJsonLength) throw new AssistantError("tooLong");
    },
    end: () => {
      let value: unknown;
      try {
        value = JSON.parse(json);
      } catch {
        throw isCutJson(json) ? new AssistantError("interrupted") : unexpected(contentType);
      }
      onJson(value);
    },
  };
}

function eventReader({ onEvent }: BodyReaderOptions): BodyReader {
  let isLast = false;
  let isOverflown = false;
  const parser = createParser({
    maxBufferSize: MAX_EVENT_LENGTH,
    onEvent: ({ data, event }) => {
      // An event that came in one piece was never buffered.
      if (data.length > MAX_EVENT_LENGTH) throw new AssistantError("tooLong");
      onEvent({ data, name: event, isLast });
    },
    onError: ({ type }) => {
      isOverflown ||= type === "max-buffer-size-exceeded";
    },
  });
  const feed = (text: string) => {
    parser.feed(text);
    if (isOverflown) throw new AssistantError("tooLong");
  };
  return {
    feed,
    end: () => {
      isLast = true;
      feed("\n\n");
    },
  };
}

/** Names what came. A Content-Type is the server's word, and only passed on if it looks like one. */
function unexpected(contentType: string): AssistantError {
  const received = /^[a-z]+\/[a-z0-9.+-]{1,60}$/.test(contentType) ? contentType : "unknown";
  return new AssistantError("unexpectedAnswer", { received });
}
