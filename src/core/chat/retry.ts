import type { AssistantError } from "../errors.ts";

export interface Failure {
  readonly error: AssistantError;
  /** How often this request was tried again already. */
  readonly retries: number;
  /** From 0 up to 1, so that not all come back at once. */
  readonly random: number;
}

/** Who is asked to wait for longer is told so, and decides for himself. */
export const LONGEST_WAIT_MS = 30_000;
const MOST_RETRIES = 2;

/**
 * Milliseconds to wait before the request is sent once more; `undefined` where it isn't. Only what another try can
 * mend is retried (408, 429, 5xx, and once a connection that was refused or reset before any answer), and
 * nothing of which content has been shown already.
 */
export function retryDelay({ error, retries, random }: Failure): number | undefined {
  if (error.partialText !== undefined || retries >= mostRetries(error)) return undefined;
  const { retryAfterMs = 0 } = error.detail;
  if (retryAfterMs > LONGEST_WAIT_MS) return undefined;
  const backoff = (error.kind === "unreachable" ? 200 : 500) * 2 ** retries;
  return Math.max(retryAfterMs, backoff) + backoff * 0.5 * random;
}

function mostRetries({ kind, detail }: AssistantError): number {
  switch (kind) {
    case "rateLimited":
      return detail.reason === "insufficient_quota" ? 0 : MOST_RETRIES;
    case "overloaded":
      return MOST_RETRIES;
    case "serverError":
      // An error inside a 200 that names no status may be about anything.
      return detail.status === undefined ? 0 : MOST_RETRIES;
    case "unreachable":
      return isRefusedOrReset(detail.reason) ? 1 : 0;
    default:
      return 0;
  }
}

function isRefusedOrReset(code: string | undefined): boolean {
  return code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET";
}
