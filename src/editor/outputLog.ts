import * as vscode from "vscode";
import type { LogFields, Logger } from "../core/log.ts";

export type OutputLog = Logger & vscode.Disposable & { show(): void };

/** The output channel "Euroscribe". It shows sizes, durations and codes; `LogFields` leaves no room for text. */
export function createOutputLog(): OutputLog {
  const channel = vscode.window.createOutputChannel("Euroscribe", { log: true });
  return {
    info: (event, fields) => channel.info(formatLine(event, fields)),
    warn: (event, fields) => channel.warn(formatLine(event, fields)),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}

function formatLine(event: string, fields: LogFields = {}): string {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined);
  return [event, ...pairs.map(([key, value]) => `${key}=${value}`)].join(" ");
}
