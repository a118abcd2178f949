import type * as vscode from "vscode";
import type { ChatModel } from "../core/chat/chatModel.ts";
import { endpointUrl } from "../core/chat/endpointUrl.ts";
import type { ServerAccess } from "../core/chat/serverAccess.ts";
import type { ServerKind } from "../core/chat/serverLimits.ts";
import type { ServerQuirks } from "../core/chat/serverQuirks.ts";
import { AssistantError } from "../core/errors.ts";
import type { Locale } from "../core/languages.ts";
import { createQueue, type Queue } from "../core/limit.ts";
import type { Logger } from "../core/log.ts";
import type { TaskKind } from "../core/writing/task.ts";
import { createTransport } from "../node/transport.ts";
import type { ApiKeys } from "./apiKeys.ts";
import type { BuiltinModels } from "./builtinModels.ts";
import type { Endpoint } from "./endpoint.ts";
import { Late } from "./late.ts";
import type { LearnedServers } from "./learnedServers.ts";
import type { SendPermission } from "./sendPermission.ts";
import { readEndpoint } from "./settings.ts";
import type { WarnOfModel } from "./warnOfModel.ts";

export interface ConnectionsOptions {
  readonly keys: ApiKeys;
  readonly permission: SendPermission;
  readonly learned: LearnedServers;
  readonly warnOfModel: WarnOfModel;
  readonly log: Logger;
  /** Path of the engine's child process. */
  readonly engineScript: string;
}

/** What a run says of itself when it asks for a model. */
export interface RunOutline {
  /** The language that the result will be in, where one was chosen. */
  readonly to?: Locale | undefined;
  /** Aborts the notice before the first send as well. */
  readonly signal?: AbortSignal | undefined;
}

/** The way of everything that sends text: the selection commands, the sidebar and documents. */
export type Connect = (task: TaskKind, run?: RunOutline) => Promise<ChatModel>;

type ServerEndpoint = Endpoint & { kind: "openai" };

/**
 * The models that the settings name. Each endpoint's is made once, so that its queue and what was
 * learned of its server are kept. The code of either kind is loaded when it is first needed, and not with the window.
 */
export class Connections implements vscode.Disposable {
  readonly #options: ConnectionsOptions;
  readonly #transport = createTransport();
  readonly #servers = new Map<string, Promise<ChatModel>>();
  readonly #queues = new Map<string, Queue>();
  readonly #builtin: Late<BuiltinModels>;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#builtin = new Late(async () => new (await import("./builtinModels.ts")).BuiltinModels(options));
  }

  /**
   * The model for a task, with the key of its own origin. Rejects with `cancelled` where the user doesn't want text to
   * go there; what it was given a run keeps: one that has begun isn't moved by a changed setting.
   */
  readonly connect: Connect = async (task, { to, signal } = {}) => {
    const endpoint = readEndpoint(task);
    const { permission, warnOfModel } = this.#options;
    if (endpoint.kind === "openai") await permission.require(endpoint.url, { what: "text", signal });
    const model = await this.modelAt(endpoint, task);
    await warnOfModel({ model: endpoint.kind === "openai" ? endpoint.model : model.name, task, to });
    return model;
  };

  /** The model of an endpoint, for words of our own: nobody is asked. `apiKey` is for one that isn't stored yet. */
  async modelAt(endpoint: Endpoint, task: TaskKind, apiKey?: string): Promise<ChatModel> {
    if (endpoint.kind === "builtin") {
      const builtin = await this.#builtin.get();
      return named(await builtin.modelFor(endpoint, task), endpoint.name);
    }
    const key = apiKey ?? (await this.#options.keys.get(endpointUrl(endpoint.url).origin));
    const identity = JSON.stringify([endpoint, key, this.#options.learned.of(endpoint)]);
    const model = this.#servers.get(identity) ?? this.#makeServerModel(endpoint, key);
    this.#servers.set(identity, model);
    // What couldn't be loaded once is loaded anew.
    model.catch(() => this.#servers.delete(identity));
    return model;
  }

  /** How many requests may be under way at an endpoint. */
  readonly concurrencyOf = (endpoint: Endpoint): number => {
    if (endpoint.kind === "builtin") return 1;
    const { slots } = this.#options.learned.of(endpoint);
    return endpoint.concurrency ?? slots ?? (endpointUrl(endpoint.url).isLoopback ? 1 : 4);
  };

  /** How to ask a server about itself, without text. */
  accessTo(url: string, { apiKey, signal, timeoutMs }: Omit<ServerAccess, "url" | "fetch">): ServerAccess {
    return { url, apiKey, signal, timeoutMs, fetch: this.#transport.fetchFor(url) };
  }

  dispose(): void {
    this.#builtin.ifLoaded((builtin) => builtin.dispose());
    void this.#transport.dispose();
  }

  async #makeServerModel(endpoint: ServerEndpoint, apiKey: string | undefined): Promise<ChatModel> {
    const [{ createOpenaiModel }, { findOpenModel }] = await Promise.all([
      import("../core/chat/openaiModel.ts"),
      import("../core/openModels.ts"),
    ]);
    const { learned, log } = this.#options;
    const { kind, quirks, contextTokens } = learned.of(endpoint);
    const known = findOpenModel(endpoint.model);
    const limits = [endpoint.maxContext, contextTokens].filter((limit) => limit !== undefined);
    const model = createOpenaiModel({
      name: endpoint.name,
      url: endpoint.url,
      model: endpoint.model,
      apiKey,
      fetch: this.#transport.fetchFor(endpoint.url),
      logger: log,
      queue: this.#queueOf(endpoint),
      // What the server says counts, or what the user knows; else what the model was made for.
      contextTokens: limits.length > 0 ? Math.min(...limits) : known?.contextTokens,
      quirks: {
        ...(known?.systemRole === "refused" && { foldsSystem: true }),
        // Only where it is known which field the server takes: others refuse what they don't know.
        ...(known?.reasoning === "switchable" && kind && { noThinking: noThinkingFieldOf(kind) }),
        ...quirks,
      },
      onLearned: (refused) => void learned.add(endpoint, { quirks: refused }),
      firstTokenTimeoutMs: endpoint.firstTokenTimeout,
      idleTimeoutMs: endpoint.idleTimeout,
    });
    return named(model, endpoint.name);
  }

  /** One queue for all that goes to a server, whichever of its models it is for: its patience is one as well. */
  #queueOf(endpoint: ServerEndpoint): Queue {
    const { origin } = endpointUrl(endpoint.url);
    const concurrency = this.concurrencyOf(endpoint);
    const identity = JSON.stringify([origin, concurrency]);
    const queue = this.#queues.get(identity) ?? createQueue({ concurrency });
    this.#queues.set(identity, queue);
    return queue;
  }
}

function noThinkingFieldOf(kind: ServerKind): ServerQuirks["noThinking"] {
  return kind === "ollama" ? "reasoning_effort" : "chat_template_kwargs";
}

/** Errors name the endpoint that they are of: it needn't be the one in use. */
function named(model: ChatModel, endpoint: string): ChatModel {
  return {
    ...model,
    complete: async (request, options) => {
      try {
        return await model.complete(request, options);
      } catch (error) {
        if (!(error instanceof AssistantError)) throw error;
        throw new AssistantError(error.kind, { ...error.detail, endpoint }, error.partialText);
      }
    },
  };
}
