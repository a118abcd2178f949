import type * as vscode from "vscode";
import type { ChatModel } from "../core/chat/chatModel.ts";
import { createQueue } from "../core/limit.ts";
import type { Logger } from "../core/log.ts";
import { findOpenModel } from "../core/openModels.ts";
import type { TaskKind } from "../core/writing/task.ts";
import { createBuiltinModel } from "../engine/builtinModel.ts";
import { findModelFile } from "../node/models/findModelFile.ts";
import type { Endpoint } from "./endpoint.ts";

export interface BuiltinModelsOptions {
  readonly log: Logger;
  /** Path of the engine's child process. */
  readonly engineScript: string;
}

/** Tokens; the engine's own default. */
const DEFAULT_CONTEXT = 8192;

type BuiltinModel = ReturnType<typeof createBuiltinModel>;

/**
 * The models that run inside the extension. At most one is in memory: requests to all of them stand
 * in one line, and the one whose turn it is ends the one that was loaded before it.
 */
export class BuiltinModels implements vscode.Disposable {
  readonly #options: BuiltinModelsOptions;
  readonly #queue = createQueue({ concurrency: 1 });
  #loaded: { readonly path: string; readonly model: BuiltinModel } | undefined;

  constructor(options: BuiltinModelsOptions) {
    this.#options = options;
  }

  /** Throws `modelMissing` with the id of the model that is wanted. */
  async modelFor({ model, maxContext }: Endpoint & { kind: "builtin" }, task: TaskKind): Promise<ChatModel> {
    const file = await findModelFile(model, task);
    return {
      name: file.name,
      // What is asked of the engine, and no more than the model was made for.
      contextTokens: Math.min(maxContext ?? DEFAULT_CONTEXT, findOpenModel(file.name)?.contextTokens ?? Infinity),
      complete: (request, options) =>
        this.#queue.run(() => this.#load(file, maxContext).complete(request, options), options),
    };
  }

  dispose(): void {
    this.#loaded?.model.dispose();
  }

  #load({ path, name }: { readonly path: string; readonly name: string }, contextTokens?: number): BuiltinModel {
    if (this.#loaded?.path === path) return this.#loaded.model;
    this.#loaded?.model.dispose();
    const { log: logger, engineScript } = this.#options;
    const model = createBuiltinModel({
      name,
      modelPath: path,
      engineScript,
      logger,
      ...(contextTokens && { contextTokens }),
    });
    this.#loaded = { path, model };
    return model;
  }
}
