import type { AssistantErrorKind, ErrorDetail } from "../../../src/core/errors.ts";
import type { Reply } from "../../support/fakeServer/reply.ts";
import { body, errorReply, json } from "../../support/fakeServer/wholeReply.ts";
import { CANARIES } from "./canaries.ts";
import { readFixture } from "./readFixture.ts";

const recorded = (name: string, status: number): Reply =>
  body(readFixture(name).toString("utf8"), { status, headers: { "content-type": "application/json" } });
const message = (text: string, more: object = {}) => ({ message: `${text} ${CANARIES.text} ${CANARIES.key}`, ...more });
/** vLLM's sentence for a text that is too long. */
export const VLLM_OVERFLOW =
  "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4000 in the messages, 1000 in the completion). Please reduce the length of the messages or completion.";

/** What a server answers, the kind, the detail, and how many requests are made. */
export const REFUSALS: readonly [string, Reply, AssistantErrorKind, ErrorDetail, number][] = [
  [
    "overflow of llama-server, recorded",
    recorded("contextExceeded.400.json", 400),
    "contextExceeded",
    { status: 400, limit: 1024, requested: 2456 },
    1,
  ],
  [
    "overflow of vLLM",
    json({ object: "error", message: VLLM_OVERFLOW, type: "BadRequestError", param: null, code: 400 }, { status: 400 }),
    "contextExceeded",
    { status: 400, limit: 4096, requested: 5000 },
    1,
  ],
  [
    "overflow of newer vLLM, which names a field",
    errorReply(
      400,
      message(
        "'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum context length is 4096 tokens and your request has 100 input tokens (5000 > 4096 - 100).",
        { param: "max_tokens" },
      ),
    ),
    "contextExceeded",
    { status: 400, limit: 4096, requested: 100 },
    1,
  ],
  [
    "overflow of vLLM without numbers",
    json({ message: "max_tokens must be at least 1, got -186." }, { status: 400 }),
    "contextExceeded",
    { status: 400 },
    1,
  ],
  [
    "overflow of SGLang",
    json(
      {
        object: "error",
        message:
          "Requested token count exceeds the model's maximum context length of 8192 tokens. You requested a total of 9000 tokens",
        code: 400,
      },
      { status: 400 },
    ),
    "contextExceeded",
    { status: 400, limit: 8192, requested: 9000 },
    1,
  ],
  [
    "overflow of older SGLang",
    errorReply(400, message("Input length (160062 tokens) exceeds the maximum allowed length (59862 tokens).")),
    "contextExceeded",
    { status: 400, limit: 59862, requested: 160062 },
    1,
  ],
  [
    "overflow of LM Studio",
    json(
      {
        error:
          "The number of tokens to keep from the initial prompt is greater than the context length (n_keep: 13055>= n_ctx: 4096). Try to load the model with a larger context length",
      },
      { status: 400 },
    ),
    "contextExceeded",
    { status: 400, limit: 4096, requested: 13055 },
    1,
  ],
  [
    "overflow of older LM Studio",
    errorReply(
      500,
      message(
        "Trying to keep the first 15857 tokens when context the overflows. However, the model is loaded with context length of only 7866 tokens",
      ),
    ),
    "contextExceeded",
    { status: 500, limit: 7866, requested: 15857 },
    1,
  ],
  [
    "overflow of Mistral",
    json(
      {
        object: "error",
        message:
          "Prompt contains 40960 tokens and 0 draft tokens, too large for model with 32768 maximum context length",
        type: "invalid_request_error",
        code: "3051",
      },
      { status: 400 },
    ),
    "contextExceeded",
    { status: 400, limit: 32768, requested: 40960 },
    1,
  ],
  [
    "overflow of OpenAI",
    errorReply(400, message("too long", { code: "context_length_exceeded" })),
    "contextExceeded",
    { status: 400 },
    1,
  ],
  [
    "overflow behind LiteLLM",
    errorReply(
      400,
      message(`litellm.ContextWindowExceededError: litellm.BadRequestError: OpenAIException - ${VLLM_OVERFLOW}`, {
        code: "400",
      }),
    ),
    "contextExceeded",
    { status: 400, limit: 4096, requested: 5000 },
    1,
  ],
  [
    "overflow of TGI",
    json(
      {
        error:
          "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens and 200 `max_new_tokens`",
        error_type: "validation",
      },
      { status: 422 },
    ),
    "contextExceeded",
    { status: 422, limit: 4096, requested: 5000 },
    1,
  ],
  ["no key, recorded", recorded("unauthorized.401.json", 401), "unauthorized", { status: 401 }, 1],
  [
    "a key that LiteLLM's proxy can't look up, recorded",
    errorReply(400, { message: "No connected db.", type: "no_db_connection", param: null, code: "400" }),
    "unauthorized",
    { status: 400 },
    1,
  ],
  [
    "a key that is wrong, by its code",
    errorReply(400, message("no", { code: "invalid_api_key" })),
    "unauthorized",
    { status: 400 },
    1,
  ],
  [
    "a key that is wrong, inside a 200",
    json({ error: message("no", { type: "invalid_request_error", code: "invalid_api_key" }) }),
    "unauthorized",
    {},
    1,
  ],
  ["a key that may not", errorReply(403, message("forbidden")), "forbidden", { status: 403 }, 1],
  [
    "no such model, Ollama",
    errorReply(404, message('model "eurollm" not found, try pulling it first')),
    "modelNotFound",
    { status: 404, model: "eurollm" },
    1,
  ],
  [
    "no such model, vLLM",
    json(
      { object: "error", message: "The model `eurollm-1.7b` does not exist.", type: "NotFoundError", code: 404 },
      { status: 404 },
    ),
    "modelNotFound",
    { status: 404, model: "eurollm" },
    1,
  ],
  [
    "no such model, by its code",
    errorReply(400, { code: "model_not_found", message: "?" }),
    "modelNotFound",
    { status: 400, model: "eurollm" },
    1,
  ],
  [
    "no such model, Mistral",
    json({ object: "error", message: "Invalid model: x", type: "invalid_model", code: "1500" }, { status: 400 }),
    "modelNotFound",
    { status: 400, model: "eurollm" },
    1,
  ],
  [
    "no model loaded, LM Studio",
    errorReply(400, "No models loaded. Please load a model."),
    "modelNotFound",
    { status: 400, model: "eurollm" },
    1,
  ],
  ["no such address, recorded", recorded("notFound.404.json", 404), "notFound", { status: 404 }, 1],
  ["no such address, FastAPI", json({ detail: "Not Found" }, { status: 404 }), "notFound", { status: 404 }, 1],
  [
    "no such address, LM Studio",
    json({ error: "Unexpected endpoint or method. (POST /chat/completions)" }),
    "notFound",
    {},
    1,
  ],
  [
    "an address that takes no POST",
    json({ detail: "Method Not Allowed" }, { status: 405 }),
    "notFound",
    { status: 405 },
    1,
  ],
  ["a proxy that wants a password", body("", { status: 407 }), "proxy", { reason: "407" }, 1],
  [
    "too large",
    body("<html>413</html>", { status: 413, headers: { "content-type": "text/html" } }),
    "payloadTooLarge",
    { status: 413 },
    1,
  ],
  [
    "a bad request, recorded",
    recorded("badRequest.400.json", 400),
    "badRequest",
    { status: 400, reason: "HTTP 400" },
    1,
  ],
  [
    "a bad request of a status of its own",
    errorReply(418, message("tea")),
    "badRequest",
    { status: 418, reason: "HTTP 418" },
    1,
  ],
  [
    "an account without credit",
    errorReply(402, message("pay")),
    "rateLimited",
    { status: 402, reason: "insufficient_quota" },
    1,
  ],
  [
    "a network that wants a login",
    body("<html>login</html>", { status: 511 }),
    "unexpectedAnswer",
    { status: 511, received: "HTTP 511" },
    1,
  ],
  ["too many requests", errorReply(429, message("slow down")), "rateLimited", { status: 429 }, 3],
  ["overloaded", errorReply(503, message("busy")), "overloaded", { status: 503 }, 3],
  ["overloaded, Anthropic's way", errorReply(529, message("busy")), "overloaded", { status: 529 }, 3],
  ["a timeout of the server's own", errorReply(408, message("slow")), "overloaded", { status: 408 }, 3],
  ["broken", errorReply(500, message("oops")), "serverError", { status: 500 }, 3],
  ["a gateway", body("<html>502</html>", { status: 502 }), "serverError", { status: 502 }, 3],
  [
    "a message that is an object",
    json(
      { object: "error", message: { detail: [{ loc: ["body", "messages"], msg: "bad", input: CANARIES.text }] } },
      { status: 422 },
    ),
    "badRequest",
    { status: 422, reason: "HTTP 422" },
    1,
  ],
  [
    "an error inside an error, as JSON in a string",
    errorReply(400, { message: JSON.stringify({ error: { message: VLLM_OVERFLOW } }) }),
    "contextExceeded",
    { status: 400, limit: 4096, requested: 5000 },
    1,
  ],
];
