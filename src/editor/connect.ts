import type * as vscode from "vscode";
import type { ChatModel } from "../core/chat/chatModel.ts";
import { createOpenaiModel } from "../core/chat/openaiModel.ts";
import { createQueue } from "../core/limit.ts";
import type { Logger } from "../core/log.ts";
import type { TaskKind } from "../core/writing/task.ts";
import { createBuiltinModel } from "../engine/builtinModel.ts";
import { findModelFile } from "../node/models/findModelFile.ts";
import { createTransport } from "../node/transport.ts";
import type { ApiKeys } from "./apiKeys.ts";
import { type Endpoint, endpointOrigin, isOnThisComputer } from "./endpoint.ts";
import { readEndpoint } from "./settings.ts";

export interface ConnectOptions {
  readonly keys: ApiKeys;
  readonly log: Logger;
  /** Path of the engine's child process. */
  readonly engineScript: string;
}

export interface Connections extends vscode.Disposable {
  /**
   * The model that the settings name for a task, with the key of its own origin. What it was given
   * it keeps: a run that has begun isn't moved by a changed setting.
   */
  readonly connect: (task: TaskKind) => Promise<ChatModel>;
}

type DisposableModel = ChatModel & Partial<vscode.Disposable>;
/** Requests at a time where the endpoint doesn't say: local servers share one cache between their slots. */
const CONCURRENCY = { local: 1, remote: 4 };

/** Makes a model once for each endpoint, so that its queue and what was learned of its server are kept. */
export function createConnections({ keys, log, engineScript }: ConnectOptions): Connections {
  const transport = createTransport();
  const models = new Map<string, DisposableModel>();
  const once = (identity: readonly unknown[], make: () => DisposableModel): ChatModel => {
    const key = JSON.stringify(identity);
    const model = models.get(key) ?? make();
    models.set(key, model);
    return model;
  };

  async function connectBuiltin(endpoint: Endpoint & { kind: "builtin" }, task: TaskKind): Promise<ChatModel> {
    const { path: modelPath, name } = await findModelFile(endpoint.model, task);
    // One model at a time in memory: another task's model ends the one before it.
    for (const [key, model] of models) {
      if (!model.dispose || key === JSON.stringify(["builtin", modelPath])) continue;
      models.delete(key);
      model.dispose();
    }
    return once(["builtin", modelPath], () =>
      createBuiltinModel({
        name,
        modelPath,
        engineScript,
        logger: log,
        ...(endpoint.maxContext && { contextTokens: endpoint.maxContext }),
      }),
    );
  }

  async function connectServer(endpoint: Endpoint & { kind: "openai" }): Promise<ChatModel> {
    const origin = endpointOrigin(endpoint);
    const apiKey = origin === undefined ? undefined : await keys.get(origin);
    const concurrency = endpoint.concurrency ?? (isOnThisComputer(endpoint) ? CONCURRENCY.local : CONCURRENCY.remote);
    return once([endpoint, apiKey], () =>
      createOpenaiModel({
        name: endpoint.name,
        url: endpoint.url,
        model: endpoint.model,
        fetch: transport.fetchFor(endpoint.url),
        queue: createQueue({ concurrency }),
        logger: log,
        ...(apiKey !== undefined && { apiKey }),
        ...(endpoint.firstTokenTimeout !== undefined && { firstTokenTimeoutMs: endpoint.firstTokenTimeout }),
        ...(endpoint.idleTimeout !== undefined && { idleTimeoutMs: endpoint.idleTimeout }),
      }),
    );
  }

  return {
    connect: (task) => {
      const endpoint = readEndpoint(task);
      return endpoint.kind === "builtin" ? connectBuiltin(endpoint, task) : connectServer(endpoint);
    },
    dispose: () => {
      for (const model of models.values()) model.dispose?.();
      transport.dispose();
    },
  };
}
