import type * as vscode from "vscode";
import type { ChatModel } from "../core/chat/chatModel.ts";
import { endpointUrl } from "../core/chat/endpointUrl.ts";
import { createOpenaiModel } from "../core/chat/openaiModel.ts";
import { createQueue } from "../core/limit.ts";
import type { Logger } from "../core/log.ts";
import type { TaskKind } from "../core/writing/task.ts";
import { createTransport } from "../node/transport.ts";
import type { ApiKeys } from "./apiKeys.ts";
import { BuiltinModels } from "./builtinModels.ts";
import type { Endpoint } from "./endpoint.ts";
import { readEndpoint } from "./settings.ts";

export interface ConnectOptions {
  readonly keys: ApiKeys;
  readonly log: Logger;
  /** Path of the engine's child process. */
  readonly engineScript: string;
}

/**
 * The models that the settings name. Each endpoint's is made once, so that its queue and what was
 * learned of its server are kept.
 */
export class Connections implements vscode.Disposable {
  readonly #options: ConnectOptions;
  readonly #transport = createTransport();
  readonly #servers = new Map<string, ChatModel>();
  readonly #builtin: BuiltinModels;

  constructor(options: ConnectOptions) {
    this.#options = options;
    this.#builtin = new BuiltinModels(options);
  }

  /**
   * The model for a task, with the key of its own origin. What it was given it keeps: a run that has
   * begun isn't moved by a changed setting.
   */
  readonly connect = async (task: TaskKind): Promise<ChatModel> => {
    const endpoint = readEndpoint(task);
    if (endpoint.kind === "builtin") return this.#builtin.modelFor(endpoint, task);
    const apiKey = await this.#options.keys.get(endpointUrl(endpoint.url).origin);
    const identity = JSON.stringify([endpoint, apiKey]);
    const model = this.#servers.get(identity) ?? this.#makeServerModel(endpoint, apiKey);
    this.#servers.set(identity, model);
    return model;
  };

  dispose(): void {
    this.#builtin.dispose();
    void this.#transport.dispose();
  }

  #makeServerModel(endpoint: Endpoint & { kind: "openai" }, apiKey: string | undefined): ChatModel {
    return createOpenaiModel({
      name: endpoint.name,
      url: endpoint.url,
      model: endpoint.model,
      apiKey,
      fetch: this.#transport.fetchFor(endpoint.url),
      logger: this.#options.log,
      queue: endpoint.concurrency === undefined ? undefined : createQueue({ concurrency: endpoint.concurrency }),
      firstTokenTimeoutMs: endpoint.firstTokenTimeout,
      idleTimeoutMs: endpoint.idleTimeout,
    });
  }
}
