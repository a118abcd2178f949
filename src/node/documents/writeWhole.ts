import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

export interface WriteWholeOptions {
  /** For a file that isn't there yet; one that is keeps its own. */
  readonly mode?: number;
  /** Asked for at the last moment before the file gets its name: what it throws leaves everything as it was. */
  readonly confirm?: () => Promise<void>;
}

/** Milliseconds after which the beginning of a file that never got its name is a dead process's. */
const STALE = 60_000;
const SUFFIX = ".euroscribe-part";

/**
 * Writes a file such that its name never stands for a part of it: under another name beside it first. Makes the folder
 * where there is none. Throws what the file system throws, and leaves nothing behind then.
 */
export async function writeWhole(file: string, bytes: Uint8Array, options: WriteWholeOptions = {}): Promise<void> {
  const folder = path.dirname(file);
  const name = path.basename(file);
  await mkdir(folder, { recursive: true });
  await removeStale(folder, name);
  const part = path.join(folder, `.${name}.${randomBytes(6).toString("hex")}${SUFFIX}`);
  try {
    const handle = await open(part, "wx", options.mode);
    try {
      await handle.writeFile(bytes);
      // A full disk tells of itself here at the latest.
      await handle.sync();
    } finally {
      await handle.close();
    }
    const old = await stat(file).catch(() => undefined);
    if (old) await chmod(part, old.mode & 0o777);
    await options.confirm?.();
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
}

/** What a process that was killed left behind. */
async function removeStale(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(`.${name}.`) || !entry.endsWith(SUFFIX)) continue;
    const part = path.join(folder, entry);
    const found = await stat(part).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE) await rm(part, { force: true }).catch(() => {});
  }
}
