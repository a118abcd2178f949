import type * as vscode from "vscode";
import type { ChatModel } from "../core/chat/chatModel.ts";
import { endpointUrl } from "../core/chat/endpointUrl.ts";
import { createQueue } from "../core/limit.ts";
import type { Logger } from "../core/log.ts";
import type { TaskKind } from "../core/writing/task.ts";
import { createTransport } from "../node/transport.ts";
import type { ApiKeys } from "./apiKeys.ts";
import type { BuiltinModels } from "./builtinModels.ts";
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
 * learned of its server are kept. The code of either kind is loaded when it is first needed, and not with the window.
 */
export class Connections implements vscode.Disposable {
  readonly #options: ConnectOptions;
  readonly #transport = createTransport();
  readonly #servers = new Map<string, Promise<ChatModel>>();
  #builtin: Promise<BuiltinModels> | undefined;

  constructor(options: ConnectOptions) {
    this.#options = options;
  }

  /**
   * The model for a task, with the key of its own origin. What it was given it keeps: a run that has
   * begun isn't moved by a changed setting.
   */
  readonly connect = async (task: TaskKind): Promise<ChatModel> => {
    const endpoint = readEndpoint(task);
    if (endpoint.kind === "builtin") {
      this.#builtin ??= this.#loadBuiltin();
      return (await this.#builtin).modelFor(endpoint, task);
    }
    const apiKey = await this.#options.keys.get(endpointUrl(endpoint.url).origin);
    const identity = JSON.stringify([endpoint, apiKey]);
    const model = this.#servers.get(identity) ?? this.#makeServerModel(endpoint, apiKey);
    this.#servers.set(identity, model);
    return model;
  };

  dispose(): void {
    void this.#builtin?.then((builtin) => builtin.dispose());
    void this.#transport.dispose();
  }

  async #loadBuiltin(): Promise<BuiltinModels> {
    const { BuiltinModels } = await import("./builtinModels.ts");
    return new BuiltinModels(this.#options);
  }

  async #makeServerModel(endpoint: Endpoint & { kind: "openai" }, apiKey: string | undefined): Promise<ChatModel> {
    const { createOpenaiModel } = await import("../core/chat/openaiModel.ts");
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
