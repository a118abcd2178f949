import * as vscode from "vscode";
import { AssistantError } from "../core/errors.ts";
import type { Logger } from "../core/log.ts";
import type { CommandId } from "./contributions.ts";
import { describeError } from "./describeError.ts";
import { type ReportOptions, reportError } from "./reportError.ts";
import { toAssistantError } from "./toAssistantError.ts";

/** A command's work, with what it was called with, unchecked; the explorer hands over all that is selected as well. */
export type CommandHandler = (argument: unknown, selected?: unknown) => Promise<void>;

export interface CommandRunner {
  readonly log: Logger;
  /** The name of the endpoint in use, for messages. */
  readonly endpointName: () => string;
  readonly downloadModel: ReportOptions["downloadModel"];
}

/**
 * Registers a command. Whatever it throws lands here: bad arguments reject, so that the caller sees
 * them; a cancelled command ends quietly; all else is reported with a button for what to do.
 */
export function registerCommand(runner: CommandRunner, id: CommandId, handler: CommandHandler): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (argument: unknown, selected: unknown) => {
    try {
      await handler(argument, selected);
    } catch (thrown) {
      const error = toAssistantError(thrown);
      if (error.kind === "cancelled") return;
      runner.log.warn("command failed", {
        command: id,
        kind: error.kind,
        status: error.detail.status,
        place: placeOf(thrown),
      });
      const endpoint = error.detail.endpoint ?? runner.endpointName();
      if (error.kind === "invalidArguments") throw new Error(describeError(error, endpoint));
      const retry = () => vscode.commands.executeCommand(id, argument, selected);
      // Not awaited: a command has ended when its work has, not when its message is read.
      void reportError(error, { endpoint, retry, downloadModel: runner.downloadModel });
    }
  });
}

/** Where a fault of our own happened. Without the exception's message, which may quote the user's text. */
function placeOf(thrown: unknown): string | undefined {
  if (thrown instanceof AssistantError || !(thrown instanceof Error)) return undefined;
  return thrown.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim();
}
