import type { Chunk, Reply } from "./reply.ts";

export interface StreamOptions {
  /** Characters of each delta; 4 by default. */
  readonly chunkSize?: number;
  /** Milliseconds before each. */
  readonly delayMs?: number;
  readonly finishReason?: string | null;
  readonly hasDone?: boolean;
}

/** The text as a server streams it: a role, deltas, a finish_reason, `[DONE]`. */
export function streamOf(text: string, options: StreamOptions = {}): Reply {
  const { chunkSize = 4, delayMs = 0, finishReason = "stop", hasDone = true } = options;
  const characters = [...text];
  const chunks: Chunk[] = [{ bytes: delta({ role: "assistant", content: null }), delayMs }];
  for (let at = 0; at < characters.length; at += chunkSize) {
    chunks.push({ bytes: delta({ content: characters.slice(at, at + chunkSize).join("") }), delayMs });
  }
  if (finishReason !== null) chunks.push({ bytes: delta({}, finishReason), delayMs });
  if (hasDone) chunks.push({ bytes: DONE });
  return sse(chunks);
}

/** An event stream of these chunks: strings as they are. */
export function sse(chunks: Iterable<Chunk | string>, reply: Reply = {}): Reply {
  return {
    ...reply,
    headers: { "content-type": "text/event-stream", ...reply.headers },
    chunks: asChunks(chunks),
  };
}

export const DONE = "data: [DONE]\n\n";

/** One event with a delta. */
export function delta(value: object, finishReason: string | null = null): string {
  return event({ object: "chat.completion.chunk", choices: [{ index: 0, delta: value, finish_reason: finishReason }] });
}

/** One event with any data. */
export function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** Anew for each request, where the chunks can be had anew. */
function asChunks(chunks: Iterable<Chunk | string>): Iterable<Chunk> {
  return {
    *[Symbol.iterator]() {
      for (const chunk of chunks) yield typeof chunk === "string" ? { bytes: chunk } : chunk;
    },
  };
}
