/**
 * Everything that can go wrong on purpose. The editor maps each kind to a localized sentence and a
 * button in one place (`editor/reportError.ts`); the kinds are the contract.
 */
export type AssistantErrorKind =
  // The way to the endpoint
  | "cancelled"
  | "unreachable" // refused, DNS, reset before any answer
  | "tls"
  | "proxy"
  | "redirect" // detail.origin: where it pointed
  | "firstTokenTimeout" // detail.ms
  | "idleTimeout" // detail.ms
  // What the endpoint said
  | "unauthorized"
  | "forbidden"
  | "modelNotFound"
  | "notFound" // a 404 that isn't about the model: the address is probably wrong
  | "contextExceeded" // detail.limit, detail.requested: tokens, where the server told
  | "payloadTooLarge"
  | "rateLimited" // detail.retryAfterMs, where the server told
  | "overloaded" // 503, 529
  | "serverError" // other 5xx
  | "badRequest" // 400, 422 that names nothing we can mend
  // What the answer was
  | "unexpectedAnswer" // HTML, another content type, no choices: detail.received names it
  | "interrupted" // cut before its end
  | "tooLong" // over our caps
  | "truncated" // finish_reason length
  | "filtered" // finish_reason content_filter
  | "unknownFinish" // any other finish_reason: detail.reason
  | "empty"
  | "reasoningOnly"
  // The built-in model
  | "modelMissing" // detail.model
  | "engineFailed" // can't be loaded: detail.reason
  | "engineCrashed"
  | "outOfMemory"
  // Ours
  | "internal" // a fault of our own: detail.reason names the exception's class
  // The command
  | "invalidArguments" // detail.reason
  | "invalidSettings" // detail.reason
  | "nothingSelected"
  | "documentChanged"
  | "notEditable";

export interface ErrorDetail {
  /** HTTP status. */
  readonly status?: number;
  /** An origin (scheme, host, port), never a full URL: a path or query may hold secrets. */
  readonly origin?: string;
  /** A short technical word for the reader of a log: a code, a content type, a field name. Never the user's text. */
  readonly reason?: string;
  readonly received?: string;
  readonly model?: string;
  /** The endpoint's name, as the user gave it. */
  readonly endpoint?: string;
  /** Milliseconds. */
  readonly ms?: number;
  /** Milliseconds. */
  readonly retryAfterMs?: number;
  /** Tokens. */
  readonly limit?: number;
  /** Tokens. */
  readonly requested?: number;
}

/** A failure with a kind that the user interface knows. Its message is for logs and holds no text, prompt or key. */
export class AssistantError extends Error {
  override readonly name = "AssistantError";
  readonly kind: AssistantErrorKind;
  readonly detail: ErrorDetail;
  /** What had arrived before the failure. Marked as partial wherever it is shown; never applied as a result. */
  readonly partialText: string | undefined;

  constructor(kind: AssistantErrorKind, detail: ErrorDetail = {}, partialText?: string) {
    super([kind, ...Object.entries(detail).map(([key, value]) => `${key}=${value}`)].join(" "));
    this.kind = kind;
    this.detail = detail;
    this.partialText = partialText;
  }
}

/** Throws `cancelled` if the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AssistantError("cancelled");
}
