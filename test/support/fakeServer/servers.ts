import { echo } from "./models.ts";
import type { MakeReply, RecordedRequest, Reply } from "./reply.ts";
import { body, errorReply, json } from "./wholeReply.ts";

/** The server programs that the fake one can play, by what they answer beside the chat. */
export type ServerProgram = "ollama" | "lmstudio" | "llamacpp" | "vllm" | "sglang" | "litellm" | "mistral";

export interface PlayOptions {
  /** A key without which all but what the program shows to anybody is refused. */
  readonly apiKey?: string;
  /** What it answers to chat completions; the text it was given by default. */
  readonly chat?: MakeReply;
}

/** A model server as its program is: its list of models, its own paths, its word for what isn't there. */
export function playServer(program: ServerProgram, { apiKey, chat = echo }: PlayOptions = {}): MakeReply {
  const paths: Readonly<Record<string, Reply>> = PATHS[program];
  return (request) => {
    const path = request.path.replace(/\?.*/, "");
    if (apiKey !== undefined && !isAllowed(request, apiKey)) return errorReply(401, { message: "Invalid API Key" });
    if (path === "/v1/chat/completions") return chat(request);
    return paths[path] ?? body("404 page not found", { status: 404 });
  };
}

function isAllowed({ headers }: RecordedRequest, apiKey: string): boolean {
  return headers.authorization === `Bearer ${apiKey}`;
}

/** Rows of `/v1/models` as these programs write them; llama-server's are recorded from it. */
const PATHS: Readonly<Record<ServerProgram, Readonly<Record<string, Reply>>>> = {
  ollama: {
    "/v1/models": list([
      { id: "eurollm-9b:latest", object: "model", created: 1_760_000_000, owned_by: "library" },
      { id: "nomic-embed-text:latest", object: "model", created: 1_760_000_000, owned_by: "library" },
    ]),
    "/api/ps": json({ models: [{ name: "eurollm-9b:latest", model: "eurollm-9b:latest", context_length: 4096 }] }),
  },
  lmstudio: {
    "/v1/models": list([{ id: "gemma-3-4b-it", object: "model", owned_by: "organization_owner" }]),
    "/api/v0/models": list([
      { id: "other", type: "llm", state: "not-loaded", max_context_length: 32_768 },
      { id: "gemma-3-4b-it", type: "llm", state: "loaded", max_context_length: 131_072, loaded_context_length: 8192 },
    ]),
  },
  llamacpp: {
    "/v1/models": json({
      models: [{ name: "SmolLM2.gguf", model: "SmolLM2.gguf", type: "model", capabilities: ["completion"] }],
      object: "list",
      data: [{ id: "SmolLM2.gguf", object: "model", owned_by: "llamacpp", meta: { n_ctx: 2048, n_ctx_train: 8192 } }],
    }),
    "/props": json({ default_generation_settings: { params: {}, n_ctx: 2048 }, total_slots: 2 }),
  },
  vllm: {
    "/v1/models": list([
      { id: "utter-project/EuroLLM-22B-Instruct-2512", object: "model", owned_by: "vllm", max_model_len: 32_768 },
    ]),
  },
  sglang: {
    "/v1/models": list([{ id: "swiss-ai/Apertus-8B", object: "model", owned_by: "sglang", max_model_len: 65_536 }]),
  },
  litellm: {
    "/v1/models": list([{ id: "eu/mistral", object: "model", created: 1_677_610_602, owned_by: "openai" }]),
    "/model/info": list([{ model_name: "eu/mistral", model_info: { max_input_tokens: 128_000, max_tokens: 4096 } }]),
  },
  mistral: {
    "/v1/models": list([
      {
        id: "mistral-small-latest",
        owned_by: "mistralai",
        max_context_length: 131_072,
        capabilities: { completion_chat: true },
      },
      { id: "mistral-ocr-latest", owned_by: "mistralai", capabilities: { completion_chat: false } },
    ]),
  },
};

function list(data: readonly object[]): Reply {
  return json({ object: "list", data });
}
