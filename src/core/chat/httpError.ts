import { AssistantError, type AssistantErrorKind, type ErrorDetail } from "../errors.ts";
import { findContextOverflow } from "./contextOverflow.ts";
import { type ErrorFacts, readErrorBody } from "./errorBody.ts";
import { REQUEST_FIELDS } from "./requestBody.ts";

export interface HttpFailure {
  /** The answer's status; `undefined` for an error inside a 200, whose body may tell one. */
  readonly status?: number | undefined;
  readonly body: string;
  /** The model that was asked for. */
  readonly model: string;
  /** Milliseconds that the server asked to wait. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Which fault it is, from the status and from what servers are known to write. A `badRequest` names in
 * `detail.reason` the field that the server didn't take, or `system_role` where the model's template takes none.
 */
export function httpError({ status, body, model, retryAfterMs }: HttpFailure): AssistantError {
  const facts = readErrorBody(body);
  const told = status ?? facts.status;
  const base: ErrorDetail = {
    ...(told !== undefined && { status: told }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
  const fault = findFault(told, facts);
  const detail = fault.kind === "modelNotFound" ? { ...base, model } : { ...base, ...fault.detail };
  return new AssistantError(fault.kind, detail);
}

interface Fault {
  readonly kind: AssistantErrorKind;
  readonly detail?: ErrorDetail;
}

function findFault(status: number | undefined, facts: ErrorFacts): Fault {
  const mayBeAboutTheRequest = status === undefined || BAD_REQUESTS.has(status) || status === 500;
  if (mayBeAboutTheRequest) {
    const overflow = findContextOverflow(facts);
    if (overflow) return { kind: "contextExceeded", detail: overflow };
    if (isAboutModel(facts)) return { kind: "modelNotFound" };
    if (isAboutKey(facts)) return { kind: "unauthorized" };
    if (ROLES.test(facts.text)) return { kind: "badRequest", detail: { reason: "system_role" } };
  }
  // LM Studio says so with a status of 200.
  if (status === undefined && /unexpected endpoint/i.test(facts.text)) return { kind: "notFound" };
  return status === undefined ? { kind: "serverError" } : byStatus(status, facts);
}

const BAD_REQUESTS: ReadonlySet<number> = new Set([400, 404, 413, 422]);

/** The templates of Gemma and of older Mistrals, as llama-server, vLLM and LM Studio report them. */
const ROLES =
  /roles must alternate|system role|role ['"`]?system|system messages? (?:are|is) not|only user and assistant roles/i;

function isAboutModel({ text, codes }: ErrorFacts): boolean {
  if (codes.some((code) => code === "model_not_found" || code === "invalid_model")) return true;
  return MODEL.test(text);
}

const MODEL =
  /\bmodel\b[^\n]{0,160}\b(?:not found|does not exist|doesn't exist|not available)|invalid model|no models? loaded|no such model|unknown model/i;

function byStatus(status: number, facts: ErrorFacts): Fault {
  switch (status) {
    case 400:
    case 422:
      return { kind: "badRequest", detail: { reason: namedField(facts) ?? `HTTP ${status}` } };
    case 401:
      return { kind: "unauthorized" };
    case 402:
      return { kind: "rateLimited", detail: { reason: "insufficient_quota" } };
    case 403:
      return { kind: "forbidden" };
    case 404:
    case 405:
      return { kind: "notFound" };
    case 407:
      return { kind: "proxy", detail: { reason: "407" } };
    case 413:
      return { kind: "payloadTooLarge" };
    case 429:
      return { kind: "rateLimited", ...(isQuota(facts) && { detail: { reason: "insufficient_quota" } }) };
    case 408:
    case 503:
    case 529:
      return { kind: "overloaded" };
    case 511:
      // What a network answers in a server's place until somebody has logged in to it (RFC 6585).
      return { kind: "unexpectedAnswer", detail: { received: "HTTP 511" } };
    default:
      if (status >= 500) return { kind: "serverError" };
      return { kind: "badRequest", detail: { reason: `HTTP ${status}` } };
  }
}

function isAboutKey({ codes }: ErrorFacts): boolean {
  return codes.some((code) => WRONG_KEY.has(code));
}

/**
 * The second is LiteLLM's: without a database its proxy knows its master key alone, and says of another that it can't
 * look it up.
 */
const WRONG_KEY: ReadonlySet<string> = new Set(["invalid_api_key", "no_db_connection"]);

/** The field of ours that the server names: by `param` or `loc`, or by its name in the sentence. */
function namedField({ fields, text }: ErrorFacts): string | undefined {
  const pointedAt = REQUEST_FIELDS.find((field) => fields.includes(field));
  if (pointedAt) return pointedAt;
  return REQUEST_FIELDS.find((field) => (field === "stream" ? STREAM : new RegExp(`\\b${field}\\b`)).test(text));
}

/** `stream` is an ordinary word as well: it has to stand in quotes, or be what isn't supported. */
const STREAM = /['"`]stream['"`]|\bstream(?:ing)? (?:is |mode is )?(?:not|un)/i;

/** Waiting doesn't help where the money is spent. */
function isQuota({ codes }: ErrorFacts): boolean {
  return codes.includes("insufficient_quota");
}
