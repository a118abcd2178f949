import * as vscode from "vscode";
import type { Locale } from "../core/languages.ts";
import type { TaskKind } from "../core/writing/task.ts";
import { COMMANDS } from "./contributions.ts";

export interface ModelUse {
  /** As the server, the file or the catalogue calls it. */
  readonly model: string;
  readonly task: TaskKind;
  readonly to?: Locale | undefined;
}

/**
 * Says once in a window that a model isn't made for what it is about to be asked; resolves when that is shown. A warning:
 * the text is sent all the same.
 */
export type WarnOfModel = (use: ModelUse) => Promise<void>;

export function createModelWarnings(): WarnOfModel {
  const said = new Set<string>();
  return async (use) => {
    // The catalogue is loaded with the first task, and not with the window.
    const { describeUnfitness } = await import("./describeUnfitness.ts");
    const warning = describeUnfitness(use);
    if (warning === undefined || said.has(warning)) return;
    said.add(warning);
    const choose = vscode.l10n.t("Choose Endpoint");
    void vscode.window.showWarningMessage(warning, choose).then((chosen) => {
      if (chosen === choose) void vscode.commands.executeCommand(COMMANDS.selectEndpoint);
    });
  };
}
