import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Writes the files one after the other to `target`. */
export async function joinFiles(files: readonly string[], target: string, signal: AbortSignal): Promise<void> {
  const read = async function* () {
    for (const file of files) yield* createReadStream(file, { highWaterMark: 1 << 20 });
  };
  await pipeline(Readable.from(read(), { objectMode: false }), createWriteStream(target), { signal });
}
