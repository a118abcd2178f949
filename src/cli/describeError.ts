import type { AssistantError, AssistantErrorKind, ErrorDetail } from "../core/errors.ts";

type Describe = string | ((detail: ErrorDetail) => string);

/** What the endpoint or the model did, and what to do about it. Holds no text and no key. */
export function describeError({ kind, detail }: Pick<AssistantError, "kind" | "detail">): string {
  const found = DESCRIPTIONS[kind];
  if (typeof found === "function") return found(detail);
  return `${found ?? `it failed (${kind})`}${factsOf(detail)}`;
}

function factsOf({ reason, status }: Partial<Record<"reason" | "status", unknown>>): string {
  const facts = new Set([reason, status && `HTTP ${status}`].filter((fact) => fact));
  return facts.size > 0 ? ` (${[...facts].join(", ")})` : "";
}

function describeRateLimit({ reason, status, retryAfterMs }: ErrorDetail): string {
  if (reason === "insufficient_quota")
    return `the quota of your account with the endpoint is used up${factsOf({ status })}`;
  const advice =
    retryAfterMs === undefined
      ? ": wait a little, or lower --concurrency"
      : `, and asks to wait for ${Math.ceil(retryAfterMs / 1000)} s`;
  return `the endpoint has had too many requests${advice}${factsOf({ status })}`;
}

const DESCRIPTIONS: Partial<Record<AssistantErrorKind, Describe>> = {
  cancelled: "cancelled",
  unreachable: (detail) =>
    detail.reason === "NOT_HTTP"
      ? "what listens at the endpoint's address doesn't speak HTTP: is its port right, and does it begin with https?"
      : `the endpoint can't be reached${factsOf(detail)}: is the server running, and is its address right?`,
  tls: "the endpoint's certificate isn't trusted: nothing was sent",
  proxy: "the proxy on the way to the endpoint refused the connection",
  redirect: ({ origin, status }) =>
    `the endpoint wanted to send the text on to ${origin ?? "another address"}, and redirects are never followed: give its own address${factsOf({ status })}`,
  firstTokenTimeout: "the endpoint didn't begin to answer in time",
  idleTimeout: "the endpoint fell silent in the middle of an answer",
  unauthorized: "the endpoint wants an API key, or another one: name its variable by --key-env",
  forbidden: "the API key isn't allowed to use this model",
  modelNotFound: ({ model }) => `the endpoint doesn't have the model ${model ?? "that was named"}`,
  notFound: "there is no chat service at the endpoint's address: it usually ends in /v1",
  contextExceeded: ({ limit }) =>
    `a segment is too long for the model's context${limit === undefined ? "" : ` of ${limit} tokens`}`,
  payloadTooLarge: "a segment is larger than the endpoint accepts",
  rateLimited: describeRateLimit,
  overloaded: "the endpoint is overloaded: wait a little",
  serverError: "the endpoint failed with an error of its own",
  badRequest: "the endpoint didn't accept the request",
  unexpectedAnswer: ({ received }) =>
    `the endpoint answered with something else than a chat service does (${received ?? "unknown"}): is a login page in the way?`,
  interrupted: "the endpoint's answer was cut off",
  tooLong: "the answer was far longer than the segment",
  truncated: "the answer was cut off for its length",
  filtered: "the endpoint withheld its answer (content filter)",
  unknownFinish: "the answer ended for an unknown reason",
  empty: "the answer was empty",
  reasoningOnly: "the model only sent its reasoning: switch that off on the server, or take another model",
  modelMissing: ({ model }) =>
    `the built-in model ${model ?? ""} isn't on this computer: give the path of a GGUF file, or download it from within VS Code`,
  engineFailed: "the built-in model can't be started",
  engineCrashed: "the built-in model stopped unexpectedly",
  outOfMemory: "there isn't enough memory for the built-in model",
  invalidSettings: ({ reason }) => reason ?? "the endpoint's address isn't right",
};
