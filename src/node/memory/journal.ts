import { appendFile, chmod, mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * A file of JSON values, one a line, that only ever grows: whatever kills the process in the middle of a line leaves all
 * the lines before it, and other processes may write to it meanwhile. It holds text of the user: it is for the user's eyes alone.
 */
export interface Journal {
  /** The lines as they were when it was opened, without those that are no JSON. */
  readonly lines: readonly unknown[];
  /** Resolves when the line is with the operating system. Rejects with what the file system says. */
  append(value: unknown): Promise<void>;
}

const OWNER_ONLY = { file: 0o600, folder: 0o700 };

export async function openJournal(file: string): Promise<Journal> {
  await mkdir(path.dirname(file), { recursive: true, mode: OWNER_ONLY.folder });
  const text = await readFile(file, "utf8").catch(ifMissing);
  // One that was put there by other means may be open to others.
  if (text !== undefined) await chmod(file, OWNER_ONLY.file).catch(() => {});
  else await (await open(file, "a", OWNER_ONLY.file)).close();
  let isTorn = text !== undefined && text !== "" && !text.endsWith("\n");
  const write = async (value: unknown) => {
    const line = `${isTorn ? "\n" : ""}${JSON.stringify(value)}\n`;
    // Until it is known that it was written whole, it may have been written in part.
    isTorn = true;
    await appendFile(file, line, { mode: OWNER_ONLY.file });
    isTorn = false;
  };
  let last: Promise<void> = Promise.resolve();
  return {
    lines: parseLines(text ?? ""),
    append: (value) => {
      const written = last.then(() => write(value));
      last = written.catch(() => {});
      return written;
    },
  };
}

function parseLines(text: string): readonly unknown[] {
  return text.split("\n").flatMap((line) => {
    if (line === "") return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
