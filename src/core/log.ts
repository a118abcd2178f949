/** What a log line may hold: sizes, durations, codes, names of endpoints. Never text, prompts or keys. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** The port that core logs through; the editor gives an output channel, tests an array. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
}

export const silentLogger: Logger = { info: () => {}, warn: () => {} };
