import { realpath } from "node:fs/promises";
import path from "node:path";
import type { Locale } from "../core/languages.ts";
import type { Source } from "./findSources.ts";
import { isInside, resolveOutput } from "./resolveOutput.ts";

/** A document and a language that it is translated into. */
export interface Job {
  readonly source: Source;
  readonly language: Locale;
  /** Absolute. */
  readonly output: string;
  /** As it is shown. */
  readonly outputName: string;
}

export interface PlanOutputsOptions {
  readonly sources: readonly Source[];
  readonly languages: readonly Locale[];
  readonly pattern: string;
  readonly cwd: string;
}

export interface PlannedOutputs {
  readonly jobs: readonly Job[];
  readonly faults: readonly { readonly name: string; readonly message: string }[];
}

/** Where everything is going to be written; what must not be written there is a fault, and no job. */
export async function planOutputs(options: PlanOutputsOptions): Promise<PlannedOutputs> {
  const { sources, languages, pattern, cwd } = options;
  const wanted: readonly Job[] = sources.flatMap((source) =>
    languages.map((language) => {
      const output = resolveOutput({ file: source.file, cwd, pattern, language });
      return { source, language, output, outputName: isInside(cwd, output) ? path.relative(cwd, output) : output };
    }),
  );
  const takers = groupByOutput(wanted);
  const sourceKeys = new Set(sources.map(({ file }) => keyOf(file)));
  const jobs: Job[] = [];
  const faults: { readonly name: string; readonly message: string }[] = [];
  for (const job of wanted) {
    const rivals = (takers.get(keyOf(job.output)) ?? []).filter((other) => other !== job);
    const message = await findFault(job, { rivals, sourceKeys, pattern, cwd });
    if (message === undefined) jobs.push(job);
    else faults.push({ name: `${job.source.name} (${job.language})`, message });
  }
  return { jobs, faults };
}

interface Surroundings {
  readonly rivals: readonly Job[];
  readonly sourceKeys: ReadonlySet<string>;
  readonly pattern: string;
  readonly cwd: string;
}

async function findFault(job: Job, { rivals, sourceKeys, pattern, cwd }: Surroundings): Promise<string | undefined> {
  const { source, output, outputName } = job;
  if (sourceKeys.has(keyOf(output))) return `its translation would overwrite ${outputName}, which is a source`;
  const [rival] = rivals;
  if (rival) return `${rival.source.name} (${rival.language}) would be written to ${outputName} as well`;
  if (/(?:^|[\\/])\.(?:git|vscode|devcontainer)[\\/]/iu.test(output)) return `nothing is written to ${outputName}`;
  const roots = [cwd, path.dirname(source.file), source.folder, literalFolder(pattern)];
  if (await isWithin(output, roots)) return undefined;
  return `its translation would be written to ${outputName}, outside of the working directory and of the source's folder`;
}

/** A folder that the user named outright: `/srv/site` of `/srv/site/{lang}/{name}{ext}`. */
function literalFolder(pattern: string): string | undefined {
  const literal = pattern.split("{", 1)[0] ?? "";
  const folder = literal.slice(0, literal.lastIndexOf("/"));
  return path.isAbsolute(folder) && folder.length > 1 ? path.resolve(folder) : undefined;
}

/** By name, and by where the folders really lie: a link may lead elsewhere. */
async function isWithin(output: string, roots: readonly (string | undefined)[]): Promise<boolean> {
  const folder = await realFolder(path.dirname(output));
  for (const root of roots) {
    if (root === undefined || !isInside(root, output)) continue;
    const real = await realFolder(root);
    if (folder === real || isInside(real, folder)) return true;
  }
  return false;
}

/** Where a folder lies, or would lie once it is made. */
async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : path.join(await realFolder(parent), path.basename(folder));
  }
}

/** File names that differ in case alone are the same on the usual macOS and Windows. */
function keyOf(file: string): string {
  return process.platform === "linux" ? file : file.normalize("NFC").toLowerCase();
}

function groupByOutput(jobs: readonly Job[]): Map<string, Job[]> {
  const groups = new Map<string, Job[]>();
  for (const job of jobs) {
    const group = groups.get(keyOf(job.output));
    if (group) group.push(job);
    else groups.set(keyOf(job.output), [job]);
  }
  return groups;
}
