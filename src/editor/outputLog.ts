import * as vscode from "vscode";
import { type Logger, logLine } from "../core/log.ts";

export type OutputLog = Logger & vscode.Disposable & { show(): void };

/** The output channel "Euroscribe". It shows sizes, durations and codes; `LOG_FIELDS` leaves no room for text. */
export function createOutputLog(): OutputLog {
  const channel = vscode.window.createOutputChannel("Euroscribe", { log: true });
  return {
    info: (event, fields) => channel.info(logLine(event, fields)),
    warn: (event, fields) => channel.warn(logLine(event, fields)),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
