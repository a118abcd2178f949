import { lstat, readFile } from "node:fs/promises";
import { writeWhole } from "../node/documents/writeWhole.ts";
import { hashBytes, type OutputRecord } from "../node/memory/outputRecord.ts";
import type { TranslateOptions } from "./command.ts";
import { describeFileError } from "./describeFileError.ts";
import { FileFault } from "./fileFault.ts";
import type { Job } from "./planOutputs.ts";

export interface OutputOptions {
  readonly options: Pick<TranslateOptions, "isForced">;
  readonly outputs: OutputRecord | undefined;
}

/** Throws a FileFault where the output is there and isn't ours to overwrite. */
export async function requireOurs({ output, outputName }: Job, { options, outputs }: OutputOptions): Promise<void> {
  const found = await readOutput(output);
  if (found === undefined || options.isForced) return;
  if (!found.isLink && outputs?.isOurs(output, found.hash)) return;
  throw new FileFault(
    `${outputName} is there, and wasn't written by an earlier run, or was edited since: move it away, or use --force`,
  );
}

/** Writes the translation, whole or not at all. Throws a FileFault. */
export async function writeOutput(
  job: Job,
  options: OutputOptions & { readonly text: string; readonly sourceHash: string },
): Promise<void> {
  const { output, outputName, source, language } = job;
  const { outputs, text, sourceHash } = options;
  const bytes = new TextEncoder().encode(text);
  const outputHash = hashBytes(bytes);
  const found = await readOutput(output);
  try {
    const isThere = found?.hash === outputHash && !found.isLink;
    await outputs?.add({ output, source: source.file, language, outputHash, sourceHash });
    // What is the same keeps its time, so that builds needn't do anything.
    if (!isThere) await writeWhole(output, bytes, { confirm: () => requireOurs(job, options) });
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault(`${outputName} can't be written: ${describeFileError(error)}`);
  }
}

async function readOutput(output: string): Promise<{ readonly hash: string; readonly isLink: boolean } | undefined> {
  try {
    // A link leads to a file that may be anybody's.
    const isLink = (await lstat(output)).isSymbolicLink();
    return { hash: hashBytes(await readFile(output)), isLink };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new FileFault(describeFileError(error));
  }
}
