import { hostname } from "node:os";
import * as vscode from "vscode";
import { machineName } from "./machineName.ts";

/** The computer that the extension runs on, and so the one that `localhost` means. */
export interface Machine {
  /** As it is shown to users; `undefined` where it is the user's own computer. */
  readonly name: string | undefined;
}

export function findMachine({ extensionKind }: Pick<vscode.Extension<unknown>, "extensionKind">): Machine {
  const isBesideWindow = extensionKind === vscode.ExtensionKind.UI;
  return { name: machineName({ remoteName: vscode.env.remoteName, isBesideWindow, host: hostname() }) };
}
