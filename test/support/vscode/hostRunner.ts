import assert from "node:assert/strict";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What is asked of the extension host; `./runner` has the other side. */
export type HostRequest =
  | { readonly command: string; readonly argument?: object | undefined }
  | { readonly fix: string; readonly uri: string; readonly line: number }
  | { readonly problems: string };

/** Has an extension in the window do what a test outside of VS Code asks for, which has no other way to its API. */
export class HostRunner {
  /** To be installed in the window. */
  readonly extension = path.resolve("test/support/vscode/runner");
  readonly #folder: string;
  readonly #file: string;
  #turn = 0;

  /** Before the window is opened, which takes on the environment. */
  static async create(): Promise<HostRunner> {
    const folder = await mkdtemp(path.join(tmpdir(), "euroscribe-runner-"));
    const runner = new HostRunner(folder);
    await writeFile(runner.#file, "");
    process.env.EUROSCRIBE_RUNNER = runner.#file;
    return runner;
  }

  private constructor(folder: string) {
    this.#folder = folder;
    this.#file = path.join(folder, "command.json");
  }

  async ask(request: HostRequest): Promise<void> {
    this.#turn += 1;
    await writeFile(`${this.#file}.part`, JSON.stringify({ ...request, turn: this.#turn }));
    await rename(`${this.#file}.part`, this.#file);
  }

  /** Until what was asked last is under way. */
  async untilTaken(): Promise<void> {
    await untilTrue("the turn", async () => (await readOr(`${this.#file}.turn`)) === String(this.#turn));
  }

  async readProblems(): Promise<string> {
    return (await readOr(`${this.#file}.problems`)) || "[]";
  }

  /** The number of the extension host's process; `undefined` until it is there. */
  async host(): Promise<string | undefined> {
    return await readOr(`${this.#file}.pid`);
  }

  /** That a window is about to be opened, or to go away. */
  async forgetHost(): Promise<void> {
    await rm(`${this.#file}.pid`, { force: true });
  }

  async untilHostIsThere(): Promise<void> {
    await untilTrue("the extension host", async () => (await this.host()) !== undefined);
  }

  async dispose(): Promise<void> {
    delete process.env.EUROSCRIBE_RUNNER;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export async function untilTrue(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`waited for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What a file holds, where it is there. */
export function readOr(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

/** As the extension host knows it: a folder of its own machine's has files. */
export function uriOf(folder: string, name: string): string {
  return pathToFileURL(path.join(folder, name)).href;
}
