import type { FetchHeaders } from "./fetchPort.ts";

/**
 * How long the server asked to wait, in milliseconds: `retry-after-ms`, or `Retry-After` (RFC 9110, 10.2.3) in
 * seconds or as a date, which is taken against the server's own `Date` where it sent one. Negative values and
 * garbage are as if nothing had been said; more than a day is a day.
 */
export function retryAfterMs(headers: FetchHeaders, now: number): number | undefined {
  const asked = askedMs(headers, now);
  return asked === undefined ? undefined : Math.min(asked, DAY_MS);
}

const DAY_MS = 86_400_000;

function askedMs(headers: FetchHeaders, now: number): number | undefined {
  const ms = parseNumber(headers.get("retry-after-ms"));
  if (ms !== undefined) return ms;
  const value = headers.get("retry-after");
  const seconds = parseNumber(value);
  if (seconds !== undefined) return seconds * 1000;
  const until = parseDate(value);
  return until === undefined ? undefined : Math.max(0, until - (parseDate(headers.get("date")) ?? now));
}

function parseNumber(value: string | null): number | undefined {
  return value !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

/** Date.parse takes nearly anything for a date; HTTP's have one form. */
function parseDate(value: string | null): number | undefined {
  if (value === null || !/^\s*[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT\s*$/.test(value))
    return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
