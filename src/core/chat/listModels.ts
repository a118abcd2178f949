import { AssistantError } from "../errors.ts";
import { endpointPaths } from "./endpointPaths.ts";
import { getJson } from "./getJson.ts";
import { isRecord } from "./isRecord.ts";
import type { ServerAccess } from "./serverAccess.ts";

export interface ListedModel {
  /** What a request names it by. */
  readonly id: string;
  /** Tokens, where the list tells. */
  readonly contextTokens?: number;
  /** `owned_by`, by which most servers give themselves away. */
  readonly owner?: string;
}

export interface ModelList {
  /** The address under which the list was: `https://host` may turn out to be `https://host/v1`. */
  readonly url: string;
  /** Those that can hold a conversation, in the server's order. */
  readonly models: readonly ListedModel[];
}

/**
 * The models that a server offers. Rejects with an AssistantError: the first one that says more than that nothing
 * is there.
 */
export async function listModels(access: ServerAccess): Promise<ModelList> {
  const { bases } = endpointPaths(access.url);
  let failure: unknown;
  for (const url of bases) {
    try {
      return { url, models: readModels(await getJson(withPath(url, "/models"), access)) };
    } catch (error) {
      const isAbsent =
        error instanceof AssistantError && (error.kind === "notFound" || error.kind === "unexpectedAnswer");
      failure ??= error;
      if (!isAbsent) throw error;
    }
  }
  throw failure;
}

/** Behind the path, and before a query where the address has one. */
function withPath(base: string, path: string): string {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, "") + path;
  return url.href;
}

/** More than anybody could choose among. */
const MOST_MODELS = 2000;
const LONGEST_ID = 300;

/**
 * Reads OpenAI's `{"data": […]}`, with what vLLM, SGLang, Mistral and LiteLLM put into it, and a bare list. Throws
 * `unexpectedAnswer` for what is no list of models.
 */
export function readModels(value: unknown): readonly ListedModel[] {
  const rows = Array.isArray(value) ? value : isRecord(value) ? (value.data ?? value.models) : undefined;
  if (!Array.isArray(rows)) throw new AssistantError("unexpectedAnswer", { received: "no list of models" });
  const models = rows.slice(0, MOST_MODELS).flatMap((row) => readModel(row) ?? []);
  return models.filter(({ id }, index) => models.findIndex((other) => other.id === id) === index);
}

function readModel(row: unknown): ListedModel | undefined {
  if (!isRecord(row)) return undefined;
  const id = [row.id, row.model, row.name].find((name) => typeof name === "string" && name.trim() !== "");
  if (typeof id !== "string" || id.length > LONGEST_ID || !isForChat(id, row)) return undefined;
  const contextTokens = [
    row.max_model_len, // vLLM, SGLang
    row.max_context_length, // Mistral
    row.context_length, // what many gateways add
    row.context_window,
  ].find((tokens): tokens is number => isTokens(tokens));
  return {
    id,
    ...(contextTokens !== undefined && { contextTokens }),
    ...(typeof row.owned_by === "string" && { owner: row.owned_by }),
  };
}

/** A whole number of tokens that a model can have. */
export function isTokens(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value < 2 ** 31;
}

/** Names of models that turn text into numbers, speech into text and so on. */
const NO_CHAT =
  /(?:^|[^a-z])(?:embed(?:ding)?s?|rerank(?:er)?|whisper|tts|moderation|ocr|bge|voxtral-mini-transcribe|stable-diffusion|flux)(?:[^a-z]|$)/i;

function isForChat(id: string, { type, capabilities }: Readonly<Record<string, unknown>>): boolean {
  if (isRecord(capabilities) && capabilities.completion_chat === false) return false;
  if (typeof type === "string" && /embedding|rerank|transcription|image/i.test(type)) return false;
  return !NO_CHAT.test(id);
}
