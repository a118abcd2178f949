import { randomUUID } from "node:crypto";
import { availableCores } from "./availableCores.ts";
import { chooseThreads } from "./chooseThreads.ts";
import type { EngineRequest, ToEngine } from "./engineProtocol.ts";
import { type LlamaModel, type LlamaSequence, loadLibrary, type Token } from "./llamaLibrary.ts";
import { MOST_PROMPT_CHUNK } from "./promptChunk.ts";
import { promptTokens } from "./promptTokens.ts";

export interface LoadedEngine {
  readonly model: LlamaModel;
  readonly sequence: LlamaSequence;
  readonly contextTokens: number;
  readonly threads: number;
  readonly toPrompt: (messages: EngineRequest["messages"]) => Token[];
}

export interface LoadListeners {
  /** What llama.cpp has to say. For finding out why something failed: it may name paths, and isn't shown. */
  readonly onLog: (message: string) => void;
  readonly onStep: (step: "library" | "model" | "chat template" | "context") => void;
}

/** Loads the library, the model and one context. Rejects with the library's errors; the last step names the culprit. */
export async function loadEngine(
  { modelPath, contextTokens, threads: wanted }: Extract<ToEngine, { kind: "load" }>,
  { onLog, onStep }: LoadListeners,
): Promise<LoadedEngine> {
  onStep("library");
  const { getLlama, Template } = await loadLibrary();
  const llama = await getLlama({
    // The only package with a GPU's engine that is installed is the one for Apple's chips.
    gpu: process.platform === "darwin" && process.arch === "arm64" ? "auto" : false,
    build: "never",
    skipDownload: true,
    progressLogs: false,
    maxThreads: 0,
    logger: (_level, message) => onLog(message),
  });
  const threads = wanted ?? chooseThreads({ available: availableCores(), mathCores: llama.cpuMathCores });
  onStep("model");
  const model = await llama.loadModel({ modelPath });
  onStep("chat template");
  const template = new Template(model.fileInfo.metadata?.tokenizer?.chat_template ?? raise("missing"));
  onStep("context");
  const context = await model.createContext({
    contextSize: Math.min(contextTokens, model.trainContextSize),
    batchSize: MOST_PROMPT_CHUNK,
    threads,
  });
  const prompt = { template, tokenizer: model, nonce: randomUUID() };
  return {
    model,
    sequence: context.getSequence(),
    contextTokens: context.contextSize,
    threads,
    toPrompt: (messages) => promptTokens(messages, prompt),
  };
}

function raise(code: string): never {
  throw Object.assign(new Error(code), { code });
}
