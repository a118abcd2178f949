/** What a log line may hold, by name: sizes, durations, codes, the user's name of an endpoint. No text, prompt or key. */
export const LOG_FIELDS = [
  "accepted",
  "answerMs",
  "answered",
  "attempt",
  "byRun",
  "changed",
  "characters",
  "command",
  "completionTokens",
  "endpoint",
  "exit",
  "findings",
  "hasInvalidBytes",
  "kept",
  "kind",
  "length",
  "masked",
  "memory",
  "message",
  "ms",
  "place",
  "promptMs",
  "promptTokens",
  "reason",
  "repaired",
  "retried",
  "reusedTokens",
  "segments",
  "status",
  "stop",
  "task",
  "tokens",
  "tries",
  "unchanged",
] as const;

export type LogField = (typeof LOG_FIELDS)[number];
export type LogFields = Readonly<Partial<Record<LogField, string | number | boolean | undefined>>>;

/** The port that core logs through; the editor gives an output channel, tests an array. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
}

export const silentLogger: Logger = { info: () => {}, warn: () => {} };

const ALLOWED: ReadonlySet<string> = new Set(LOG_FIELDS);
/** UTF-16 units: a code or a name is no longer. */
const LONGEST_VALUE = 120;

/** The line of a log. What a wider type lets through isn't written: fields of other names, and the rest of long words. */
export function logLine(event: string, fields: LogFields = {}): string {
  const pairs = Object.entries(fields).filter(([name, value]) => ALLOWED.has(name) && value !== undefined);
  return [event, ...pairs.map(([name, value]) => `${name}=${oneWord(String(value))}`)].join(" ");
}

function oneWord(value: string): string {
  return value.slice(0, LONGEST_VALUE).replace(/[\p{C}\s]+/gu, " ");
}
