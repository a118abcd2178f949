import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { LogFields } from "../../src/core/log.ts";
import { type BuiltinModelOptions, createBuiltinModel } from "../../src/engine/builtinModel.ts";
import { ensureSmallModel } from "./smallModel.ts";

export const ENGINE_SCRIPT = path.resolve("dist/engine/engineProcess.mjs");

/** Installs what the engine runs on and fetches the small model: a minute on a fresh machine, then milliseconds. */
export async function prepareEngine(): Promise<string> {
  if (!existsSync(ENGINE_SCRIPT)) throw new Error(`${ENGINE_SCRIPT} isn't built: run \`npm run build\` first.`);
  // Not bundled: it looks for the repository from where it lies itself.
  const script = pathToFileURL(path.resolve("scripts/engineRuntime.mjs")).href;
  await (await import(script)).ensureEngineRuntime();
  return await ensureSmallModel();
}

export interface RealModel {
  readonly model: ReturnType<typeof createBuiltinModel>;
  readonly children: readonly ChildProcess[];
  /** What the processes wrote to stderr. */
  readonly stderr: () => string;
  /** The fields of the last line with this event. */
  readonly lastLog: (event: string) => LogFields | undefined;
  end(): Promise<void>;
}

/** The built-in model itself, with an eye on its processes. */
export function createRealModel(modelPath: string, options: Partial<BuiltinModelOptions> = {}): RealModel {
  const children: ChildProcess[] = [];
  const log: (readonly [string, LogFields | undefined])[] = [];
  let stderr = "";
  const write = (event: string, fields?: LogFields) => void log.push([event, fields]);
  const model = createBuiltinModel({
    name: "Small",
    modelPath,
    engineScript: ENGINE_SCRIPT,
    contextTokens: 1024,
    logger: { info: write, warn: write },
    fork: (script, args, forkOptions) => {
      const child = fork(script, args, forkOptions);
      child.stderr?.on("data", (data) => {
        stderr += data;
      });
      children.push(child);
      return child;
    },
    ...options,
  });
  const end = async () => {
    model.dispose();
    await Promise.all(children.map(hasEnded));
  };
  return {
    model,
    children,
    stderr: () => stderr,
    lastLog: (event) => log.findLast(([name]) => name === event)?.[1],
    end,
  };
}

/** Resolves when the process has ended. */
export function hasEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}
