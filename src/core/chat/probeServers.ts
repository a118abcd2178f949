import { AssistantError } from "../errors.ts";
import { serverKind } from "./learnServer.ts";
import { type ListedModel, listModels } from "./listModels.ts";
import type { ServerAccess } from "./serverAccess.ts";
import type { ServerKind } from "./serverLimits.ts";

/** A server that answered, as the one that usually listens there unless it says otherwise. */
export interface FoundServer {
  readonly name: string;
  readonly url: string;
  /** Empty where it wants a key before it says any. */
  readonly models: readonly ListedModel[];
  readonly wantsKey: boolean;
}

/** Where the servers that people run on their computers listen unless told otherwise, by their own documents. */
const PORTS: readonly (readonly [port: number, kind: ServerKind])[] = [
  [11434, "ollama"],
  [1234, "lmstudio"],
  [8080, "llamacpp"],
  [9931, "llamacpp"],
  [8000, "vllm"],
  [30000, "sglang"],
  [4000, "litellm"],
];

export const SERVER_NAMES: Readonly<Record<ServerKind, string>> = {
  ollama: "Ollama",
  lmstudio: "LM Studio",
  llamacpp: "llama-server",
  vllm: "vLLM",
  sglang: "SGLang",
  litellm: "LiteLLM",
};

/**
 * The model servers that answer on this computer now, in the order of their ports. Each is asked for its list of models
 * alone; what else listens there, and what doesn't answer in time, isn't one. Rejects with `cancelled` alone.
 */
export async function probeServers(accessTo: (url: string) => ServerAccess): Promise<readonly FoundServer[]> {
  const found = await Promise.all(PORTS.map(([port, kind]) => probe(accessTo(`http://localhost:${port}/v1`), kind)));
  return found.filter((server) => server !== undefined);
}

async function probe(access: ServerAccess, usual: ServerKind): Promise<FoundServer | undefined> {
  try {
    const { url, models } = await listModels(access);
    const kind = (models[0] && serverKind(models[0])) ?? usual;
    return { name: SERVER_NAMES[kind], url, models, wantsKey: false };
  } catch (error) {
    if (!(error instanceof AssistantError) || error.kind === "cancelled") throw error;
    // LiteLLM's proxy, installed by pip alone, fails where it would ask for a key.
    const failsWithoutKey = usual === "litellm" && error.kind === "serverError";
    const wantsKey = error.kind === "unauthorized" || error.kind === "forbidden" || failsWithoutKey;
    return wantsKey ? { name: SERVER_NAMES[usual], url: access.url, models: [], wantsKey } : undefined;
  }
}
