import { existsSync } from "node:fs";
import path from "node:path";
import type { ChatModel } from "../../src/core/chat/chatModel.ts";
import type { Fetch } from "../../src/core/chat/fetchPort.ts";
import { createOpenaiModel } from "../../src/core/chat/openaiModel.ts";
import { silentLogger } from "../../src/core/log.ts";
import { modelsFolder } from "../../src/node/models/modelsFolder.ts";
import { createTransport } from "../../src/node/transport.ts";
import { findLlamaServer, startLlamaServer } from "../../test/support/llamaServer.ts";
import { withJournal } from "./answerJournal.ts";
import { createTokenCounter, type TokenCounter } from "./tokenCounter.ts";

/** The catalogue's first model. */
export const DEFAULT_MODEL = path.join(modelsFolder(), "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf");

export interface RealServer {
  readonly url: string;
  readonly fetch: Fetch;
}

/** Runs llama-server with a GGUF file, on one thread, as long as the work lasts. */
export async function withRealServer(
  { file, more }: { readonly file: string; readonly more: readonly string[] },
  work: (server: RealServer) => Promise<void>,
): Promise<void> {
  const executable = findLlamaServer(process.cwd());
  if (!executable || !existsSync(file)) {
    console.log(`left out: ${executable ? file : "llama-server"} isn't there`);
    return;
  }
  const server = await startLlamaServer(executable, file, more);
  const transport = createTransport();
  try {
    await work({ url: server.url, fetch: transport.fetchFor(server.url) });
  } finally {
    await transport.dispose();
    await server.close();
  }
}

export interface RealModel {
  readonly model: ChatModel;
  readonly tokens: TokenCounter;
}

export interface RealModelOptions {
  /** A GGUF file. */
  readonly file: string;
  /** Where answers are kept, so that a run that was stopped goes on where it was; nowhere where it isn't named. */
  readonly answers?: string | undefined;
}

/** The model behind such a server, asked one question at a time. */
export function withRealModel(
  { file, answers }: RealModelOptions,
  work: (real: RealModel) => Promise<void>,
): Promise<void> {
  return withRealServer({ file, more: ["-np", "1"] }, async ({ url, fetch }) => {
    const name = path.basename(file);
    const model = createOpenaiModel({ name, model: name, url, fetch, logger: silentLogger });
    await work({ model: answers ? withJournal(model, answers) : model, tokens: createTokenCounter(url) });
  });
}
