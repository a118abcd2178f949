import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { HubFile } from "./askHub.ts";
import type { FetchPorts } from "./fetchPorts.ts";
import type { OnProgress } from "./fetchProgress.ts";
import { ModelFetchError } from "./modelFetchError.ts";
import { noSpace } from "./requireSpace.ts";

export interface DownloadOptions {
  /** Where the bytes go; those that are there already aren't fetched again. */
  readonly part: string;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly ports: FetchPorts;
}

/** Fetches what the part lacks, in one request. Throws `interrupted` if it was cut; what has arrived stays. */
export async function downloadFile({ url, bytes }: HubFile, options: DownloadOptions): Promise<void> {
  const { part, signal, ports } = options;
  const present = (await stat(part).catch(() => undefined))?.size ?? 0;
  if (present === bytes) return;
  const idle = idleSignal(ports.idleTimeout);
  try {
    const response = await ports.fetch(url, {
      headers: { "accept-encoding": "identity", ...(present > 0 && present < bytes && { range: `bytes=${present}-` }) },
      signal: AbortSignal.any([signal, idle.signal]),
    });
    if (!response.ok || !response.body) {
      throw new ModelFetchError("interrupted", `The models' hub answers with HTTP ${response.status}.`);
    }
    const start = startOf(response, present);
    await write(response.body as ReadableStream<Uint8Array>, { start, total: bytes, touch: idle.touch, ...options });
  } catch (error) {
    signal.throwIfAborted();
    throw explain(error, part);
  } finally {
    idle.stop();
  }
  const received = (await stat(part)).size;
  if (received !== bytes) throw new ModelFetchError("interrupted", `${received} bytes of ${bytes} arrived.`);
}

/** The offset that the body begins at: a server may answer with the whole file all the same, but not with another range. */
function startOf({ status, headers }: Response, present: number): number {
  if (status !== 206) return 0;
  if (headers.get("content-range")?.startsWith(`bytes ${present}-`)) return present;
  throw new ModelFetchError("interrupted", "The models' hub answers with another range than was asked for.");
}

interface WriteOptions extends DownloadOptions {
  /** The offset that the body begins at. */
  readonly start: number;
  readonly total: number;
  readonly touch: () => void;
}

async function write(body: ReadableStream<Uint8Array>, options: WriteOptions): Promise<void> {
  const { part, start, total, touch, onProgress, signal } = options;
  let received = start;
  const count = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      touch();
      received += chunk.length;
      if (received > total) throw new ModelFetchError("interrupted", "The models' hub sends more than it announced.");
      onProgress({ kind: "bytes", received, total });
      yield chunk;
    }
  };
  // "r+" would fail on a new file, and "w" empties it: append where it goes on, else begin anew.
  const file = createWriteStream(part, { flags: start > 0 ? "a" : "w" });
  await pipeline(Readable.fromWeb(body), count, file, { signal });
}

function explain(error: unknown, part: string): unknown {
  if (error instanceof ModelFetchError) return error;
  if (error instanceof Error && "code" in error && error.code === "ENOSPC") {
    return noSpace(path.dirname(part), "the disk is full");
  }
  return new ModelFetchError("interrupted", "The connection to the models' hub was cut.", { cause: error });
}

function idleSignal(timeout: number) {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), timeout);
  const stop = () => clearTimeout(timer);
  const touch = () => {
    stop();
    timer = setTimeout(() => controller.abort(), timeout);
  };
  return { signal: controller.signal, touch, stop };
}
