import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import esbuild from "esbuild";

export interface Program {
  /** What Node runs. */
  readonly file: string;
  remove(): Promise<void>;
}

/** The command line as a program, for tests that need a process of its own. */
export async function buildProgram(): Promise<Program> {
  const folder = await mkdtemp(path.join(tmpdir(), "euroscribe-program-"));
  const file = path.join(folder, "cli.cjs");
  const define = { "import.meta.dirname": "__dirname" };
  const options = { bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "error" } as const;
  await esbuild.build({ ...options, define, entryPoints: ["src/cli/main.ts"], outfile: file });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}
