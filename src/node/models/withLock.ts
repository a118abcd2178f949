import { randomUUID } from "node:crypto";
import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds after which a lock that nobody renewed is a dead process's. */
const STALE = 15_000;
const RENEWAL = 3000;
const POLL = 250;

export interface LockOptions {
  readonly signal: AbortSignal;
  /** Called once if another process has the lock. */
  readonly onWait: () => void;
}

/** Runs the work while no other process on this computer runs work under the same lock file. */
export async function withLock<T>(file: string, work: () => Promise<T>, options: LockOptions): Promise<T> {
  const owner = randomUUID();
  await acquire(file, owner, options);
  const renewal = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), RENEWAL);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    if (await isOwnedBy(file, owner)) await rm(file, { force: true });
  }
}

async function acquire(file: string, owner: string, { signal, onWait }: LockOptions): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted();
    if (await create(file, owner)) return;
    if (tries === 0) onWait();
    await removeIfStale(file);
    await sleep(POLL, undefined, { signal });
  }
}

async function create(file: string, owner: string): Promise<boolean> {
  try {
    await writeFile(file, owner, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
  // Two processes may have removed the same stale lock, the second of them ours: then it is the other's now.
  await sleep(20);
  return await isOwnedBy(file, owner);
}

async function isOwnedBy(file: string, owner: string): Promise<boolean> {
  return (await readFile(file, "utf8").catch(() => undefined)) === owner;
}

async function removeIfStale(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > STALE) await rm(file, { force: true });
}
