import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCli } from "../../src/cli/runCli.ts";

/** A folder with documents in it, and the command line run in it. */
export interface Project {
  readonly folder: string;
  /** Runs `translate …` with the arguments, and with `--endpoint` where the project has one. */
  translate(...argv: readonly string[]): Promise<Outcome>;
  run(argv: readonly string[], signal?: AbortSignal): Promise<Outcome>;
  write(name: string, content: string | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
  /** All files, sorted, without those of the state. */
  list(): Promise<readonly string[]>;
  readonly env: NodeJS.ProcessEnv;
}

export interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface ProjectOptions {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The endpoint's base address. */
  readonly endpoint?: string;
  readonly env?: NodeJS.ProcessEnv;
}

export async function withProject<T>(options: ProjectOptions, test: (project: Project) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "euroscribe-cli-")));
  const state = await realpath(await mkdtemp(path.join(tmpdir(), "euroscribe-state-")));
  const env = { EUROSCRIBE_STATE: state, ...options.env };
  const project = makeProject(folder, env, options.endpoint);
  try {
    for (const [name, content] of Object.entries(options.files)) await project.write(name, content);
    return await test(project);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(state, { recursive: true, force: true });
  }
}

function makeProject(folder: string, env: NodeJS.ProcessEnv, endpoint: string | undefined): Project {
  const run = async (argv: readonly string[], signal = new AbortController().signal): Promise<Outcome> => {
    const out: string[] = [];
    const err: string[] = [];
    const exit = await runCli({
      argv,
      env,
      cwd: folder,
      signal,
      stdout: { write: (text) => out.push(text) },
      stderr: { write: (text) => err.push(text) },
      engineScript: "there is none",
    });
    return { exit, out: out.join(""), err: err.join("") };
  };
  return {
    folder,
    env,
    run,
    translate: (...argv) =>
      run(["translate", ...argv, ...(endpoint ? ["--endpoint", endpoint, "--model", "test-model"] : [])]),
    write: async (name, content) => {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    },
    read: (name) => readFile(path.join(folder, name), "utf8"),
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
        .toSorted();
    },
  };
}

/** Each word of three letters and more in capitals, what isn't prose left alone: a translation that passes the check. */
export function louder(text: string): string {
  return text.replace(/`[^`]*`|\]\([^)]*\)|\{[^}]*\}|[\p{L}]{2,}/gu, (found) =>
    /^[`\]{]/u.test(found) ? found : found.toUpperCase(),
  );
}
