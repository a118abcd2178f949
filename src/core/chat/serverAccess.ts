import type { Clock } from "../clock.ts";
import type { Fetch } from "./fetchPort.ts";

/** How to ask a server about itself. No text of the user's goes out on this way: all of it is GET. */
export interface ServerAccess {
  /** As the endpoint names it: a host, a base such as `…/v1`, or the full path of its chat completions. */
  readonly url: string;
  readonly apiKey?: string | undefined;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** Milliseconds for each question. */
  readonly timeoutMs: number;
  readonly clock?: Clock;
}
