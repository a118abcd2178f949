import path from "node:path";
import type { ChatModel } from "../core/chat/chatModel.ts";
import { endpointUrl } from "../core/chat/endpointUrl.ts";
import { createQueue } from "../core/limit.ts";
import { silentLogger } from "../core/log.ts";
import { findModel } from "../core/models.ts";
import type { TranslateOptions } from "./command.ts";
import { UsageError } from "./usageError.ts";

export interface Connection {
  readonly model: ChatModel;
  /** Requests at once. */
  readonly concurrency: number;
  /** As it is shown: an origin, or that it is this computer. */
  readonly endpoint: string;
  dispose(): Promise<void>;
}

export interface ConnectOptions extends Pick<TranslateOptions, "endpoint" | "model" | "keyEnv" | "concurrency"> {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Path of the engine's child process. */
  readonly engineScript: string;
}

/** The model that was named. Throws a UsageError or an AssistantError; nothing is sent yet. */
export async function connectModel(options: ConnectOptions): Promise<Connection> {
  const { endpoint } = options;
  return endpoint === undefined ? connectBuiltin(options) : connectServer(endpoint, options);
}

async function connectServer(url: string, options: ConnectOptions): Promise<Connection> {
  const { origin, isLoopback } = endpointUrl(url);
  const apiKey = readKey(options);
  const [{ createOpenaiModel }, { createProxyTransport }] = await Promise.all([
    import("../core/chat/openaiModel.ts"),
    import("../node/proxyTransport.ts"),
  ]);
  const transport = createProxyTransport();
  const concurrency = options.concurrency ?? (isLoopback ? 1 : 4);
  const model = createOpenaiModel({
    name: options.model,
    url,
    model: options.model,
    apiKey,
    fetch: transport.fetchFor(url),
    logger: silentLogger,
    queue: createQueue({ concurrency }),
  });
  return { model, concurrency, endpoint: origin, dispose: () => transport.dispose() };
}

function readKey({ keyEnv, env }: ConnectOptions): string | undefined {
  if (keyEnv === undefined) return undefined;
  const key = env[keyEnv]?.trim();
  if (!key) throw new UsageError(`--key-env ${keyEnv}: there is no such variable in the environment, or it is empty.`);
  return key;
}

async function connectBuiltin({ model: named, cwd, engineScript }: ConnectOptions): Promise<Connection> {
  const [{ findModelFile }, { createBuiltinModel }] = await Promise.all([
    import("../node/models/findModelFile.ts"),
    import("../engine/builtinModel.ts"),
  ]);
  const isName = named === "auto" || named.startsWith("~/") || findModel(named) !== undefined;
  const file = await findModelFile(isName ? named : path.resolve(cwd, named), "translate");
  const model = createBuiltinModel({ name: file.name, modelPath: file.path, engineScript, logger: silentLogger });
  return { model, concurrency: 1, endpoint: "this computer", dispose: async () => model.dispose() };
}
