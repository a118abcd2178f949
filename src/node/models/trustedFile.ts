import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import type { CatalogueModel } from "../../core/models.ts";

/** The first bytes of every GGUF file. */
const GGUF = "GGUF";

interface Stamp {
  readonly bytes: number;
  readonly modified: number;
  readonly sha256: string;
}

/**
 * Whether the file is there, whole and the right one. Its hash is computed once: a stamp beside it
 * (`FILE.verified.json`) remembers length, time and hash. A file that a user put there and that the catalogue knows
 * no hash of is taken at the user's word if it is a GGUF file at all.
 */
export async function isTrustedFile(file: string, model: CatalogueModel, signal?: AbortSignal): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return false;
  const stamp = await readStamp(file);
  const isStamped = stamp?.bytes === found.size && stamp.modified === Math.trunc(found.mtimeMs);
  if (isStamped) return model.sha256 === undefined || model.sha256 === stamp.sha256;
  if (model.bytes !== undefined && model.bytes !== found.size) return false;
  if (model.sha256 === undefined) return await isGguf(file);
  const sha256 = await hashFile(file, signal);
  if (sha256 !== model.sha256) return false;
  await writeStamp(file, sha256);
  return true;
}

/** Remembers that the file, as it is now, has this hash. */
export async function writeStamp(file: string, sha256: string): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const stamp: Stamp = { bytes: size, modified: Math.trunc(mtimeMs), sha256 };
  const part = `${stampOf(file)}.${process.pid}`;
  // A folder that can't be written to costs the hash at each start, and nothing else.
  await writeFile(part, JSON.stringify(stamp))
    .then(() => rename(part, stampOf(file)))
    .catch(() => rm(part, { force: true }));
}

/** The SHA-256 of a file, in lower-case hex. */
export async function hashFile(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20, signal })) hash.update(bytes);
  return hash.digest("hex");
}

async function readStamp(file: string): Promise<Stamp | undefined> {
  try {
    const { bytes, modified, sha256 } = JSON.parse(await readFile(stampOf(file), "utf8"));
    return { bytes, modified, sha256 };
  } catch {
    return undefined;
  }
}

async function isGguf(file: string): Promise<boolean> {
  for await (const bytes of createReadStream(file, { end: GGUF.length - 1 })) return String(bytes) === GGUF;
  return false;
}

function stampOf(file: string): string {
  return `${file}.verified.json`;
}
