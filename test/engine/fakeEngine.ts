import { fork } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ChatRequest } from "../../src/core/chat/chatModel.ts";
import type { LogFields, Logger } from "../../src/core/log.ts";
import { type BuiltinModelOptions, createBuiltinModel } from "../../src/engine/builtinModel.ts";
import type { Fork } from "../../src/engine/forkEngine.ts";

interface Death {
  readonly code?: number;
  readonly signal?: string;
  readonly stderr?: string;
}

/** What fakeEngine.mjs plays. By default it is ready at once and answers with the last message, word by word. */
export interface Scenario {
  /** Only the first process misbehaves; those after it play the default. */
  readonly firstOnly?: boolean;
  readonly loadMs?: number;
  readonly exitAtLoad?: Death;
  readonly loadFailed?: { readonly failure: string; readonly reason: string };
  readonly failed?: { readonly failure: string; readonly reason: string };
  readonly answer?: readonly string[];
  readonly deltaMs?: number;
  readonly dieAt?: Death & { readonly index: number };
  readonly garbageAt?: number;
  readonly garbage?: unknown;
  readonly ignoresCancel?: boolean;
  readonly stop?: string;
}

export interface FakeModel {
  readonly model: ReturnType<typeof createBuiltinModel>;
  /** Process ids, in the order in which they were started. */
  readonly started: readonly number[];
  readonly log: readonly { readonly event: string; readonly fields: LogFields | undefined }[];
  /** Disposes of it, and resolves when no process is left. */
  end(): Promise<void>;
}

/** A built-in model over fakeEngine.mjs, which runs as a real child process. */
export async function createFakeModel(
  scenario: Scenario,
  options: Partial<BuiltinModelOptions> = {},
): Promise<FakeModel> {
  const folder = await mkdtemp(path.join(tmpdir(), "euroscribe-engine-"));
  const modelPath = path.join(folder, "scenario.gguf");
  await writeFile(modelPath, JSON.stringify(scenario));
  const started: number[] = [];
  const ends: Promise<unknown>[] = [];
  const countingFork: Fork = (script, args, forkOptions) => {
    const child = fork(script, args, forkOptions);
    started.push(child.pid ?? 0);
    ends.push(new Promise((resolve) => child.once("exit", resolve)));
    return child;
  };
  const log: { readonly event: string; readonly fields: LogFields | undefined }[] = [];
  const write = (event: string, fields?: LogFields) => void log.push({ event, fields });
  const logger: Logger = { info: write, warn: write };
  const engineScript = path.resolve("test/engine/fakeEngine.mjs");
  const model = createBuiltinModel({ name: "Fake", modelPath, engineScript, logger, fork: countingFork, ...options });
  const end = async () => {
    model.dispose();
    await Promise.all(ends);
    await rm(folder, { recursive: true, force: true });
  };
  return { model, started, log, end };
}

export function ask(content: string): ChatRequest {
  return { messages: [{ role: "user", content }], temperature: 0, maxTokens: 64 };
}
