import { AssistantError } from "../errors.ts";
import { endpointPaths } from "./endpointPaths.ts";
import { getJson } from "./getJson.ts";
import { isRecord } from "./isRecord.ts";
import { isTokens, type ListedModel } from "./listModels.ts";
import type { ServerAccess } from "./serverAccess.ts";
import type { ServerKind, ServerLimits } from "./serverLimits.ts";

/** The server's kind by what it calls the owner of its models; `undefined` where that says nothing. */
export function serverKind({ owner }: Pick<ListedModel, "owner">): ServerKind | undefined {
  return owner === undefined ? undefined : OWNERS.get(owner);
}

const OWNERS: ReadonlyMap<string, ServerKind> = new Map([
  ["library", "ollama"],
  ["organization_owner", "lmstudio"],
  ["llamacpp", "llamacpp"],
  ["vllm", "vllm"],
  ["sglang", "sglang"],
  // The owner that LiteLLM's proxy gives to whatever is behind it.
  ["openai", "litellm"],
]);

/**
 * Asks a server what one request may hold, in the way of its kind: `/props` of llama-server, `/api/ps` of Ollama (which
 * tells only of models that are loaded: so it is asked after a request), `/api/v0/models` of LM Studio, `/model/info`
 * of LiteLLM; vLLM and SGLang say it in their list of models. What can't be learned stays unknown; rejects with
 * `cancelled` alone.
 */
export async function learnServer(access: ServerAccess, model: ListedModel): Promise<ServerLimits> {
  const kind = serverKind(model);
  const listed: ServerLimits = {
    ...(kind !== undefined && { kind }),
    ...(model.contextTokens !== undefined && { contextTokens: model.contextTokens }),
  };
  // Who says its limits in the list, and who is no server of a known kind, is asked no more.
  if (kind === undefined || model.contextTokens !== undefined) return listed;
  const question = QUESTIONS[kind];
  if (!question) return listed;
  try {
    const answer = await getJson(endpointPaths(access.url).beside(question.path), access);
    return { ...listed, ...question.read(answer, model.id) };
  } catch (error) {
    if (error instanceof AssistantError && error.kind === "cancelled") throw error;
    return listed;
  }
}

interface Question {
  readonly path: string;
  read(answer: unknown, model: string): ServerLimits;
}

const QUESTIONS: Partial<Record<ServerKind, Question>> = {
  llamacpp: { path: "/props", read: readProps },
  ollama: { path: "/api/ps", read: readRunning },
  lmstudio: { path: "/api/v0/models", read: readLoaded },
  litellm: { path: "/model/info", read: readModelInfo },
};

/** As many requests are sent at once: more than any server takes, and few enough for this side. */
const MOST_SLOTS = 64;

function readProps(answer: unknown): ServerLimits {
  if (!isRecord(answer)) return {};
  const { total_slots: slots, default_generation_settings: settings } = answer;
  return {
    ...tokens(isRecord(settings) ? settings.n_ctx : undefined),
    ...(isTokens(slots) && { slots: Math.min(slots, MOST_SLOTS) }),
  };
}

function readRunning(answer: unknown, model: string): ServerLimits {
  const running = rowsOf(answer, "models").find(({ name }) => name === model || name === `${model}:latest`);
  return tokens(running?.context_length);
}

function readLoaded(answer: unknown, model: string): ServerLimits {
  const loaded = rowsOf(answer, "data").find(({ id }) => id === model);
  return tokens(loaded?.loaded_context_length);
}

function readModelInfo(answer: unknown, model: string): ServerLimits {
  const info = rowsOf(answer, "data").find(({ model_name: name }) => name === model)?.model_info;
  return isRecord(info) ? tokens(info.max_input_tokens ?? info.max_tokens) : {};
}

function tokens(value: unknown): ServerLimits {
  return isTokens(value) ? { contextTokens: value } : {};
}

function rowsOf(answer: unknown, key: string): readonly Readonly<Record<string, unknown>>[] {
  const rows = isRecord(answer) ? answer[key] : undefined;
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
}
