import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { createMemory, type TranslationMemory } from "../core/memory/translationMemory.ts";
import { openMemoryFile } from "../node/memory/memoryFile.ts";
import { type OutputRecord, openOutputRecord } from "../node/memory/outputRecord.ts";
import { projectFiles, stateFolder } from "../node/memory/stateFolder.ts";

export interface ProjectMemory {
  readonly memory: TranslationMemory;
  /** `undefined` where nothing is to be kept. */
  readonly outputs: OutputRecord | undefined;
}

export interface ProjectOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What is kept of the project that the working directory is in. Throws what the file system throws. */
export async function openProjectMemory(options: ProjectOptions & { onFault(): void }): Promise<ProjectMemory> {
  const files = await findProjectFiles(options);
  let isTold = false;
  const onFault = () => {
    if (!isTold) options.onFault();
    isTold = true;
  };
  const memory = await openMemoryFile(files.memory, { onFault });
  return { memory, outputs: await openOutputRecord(files.outputs, { onFault }) };
}

/** For a run of which nothing is to be kept. */
export function forgetfulMemory(): ProjectMemory {
  return { memory: createMemory(), outputs: undefined };
}

/** Deletes what is kept of the project. The path of the translation memory; whether there was one. */
export async function clearProjectMemory(
  options: ProjectOptions,
): Promise<{ readonly file: string; readonly wasThere: boolean }> {
  const { memory, outputs } = await findProjectFiles(options);
  const wasThere = (await stat(memory).catch(() => undefined)) !== undefined;
  await rm(memory, { force: true });
  await rm(outputs, { force: true });
  return { file: memory, wasThere };
}

/** A project is the repository that the folder lies in, or else the folder itself. */
async function findProjectFiles({ cwd, env }: ProjectOptions) {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (await stat(path.join(folder, ".git")).catch(() => undefined)) return projectFiles(stateFolder(env), folder);
    if (path.dirname(folder) === folder) return projectFiles(stateFolder(env), cwd);
  }
}
