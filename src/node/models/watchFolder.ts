import { readdir, stat } from "node:fs/promises";
import path from "node:path";

const POLL = 500;

/** Tells the bytes of all files in the folder, twice a second, until it is stopped. */
export function watchFolder(folder: string, onBytes: (bytes: number) => void): { readonly stop: () => void } {
  const timer = setInterval(() => void sizeOf(folder).then(onBytes), POLL);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map(async (name) => {
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    return found?.isFile() ? found.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
