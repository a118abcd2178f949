import { hostname } from "node:os";
import * as vscode from "vscode";

/** The computer that the extension runs on, and so the one that `localhost` means. */
export interface Machine {
  /** As it is shown to users; `undefined` where it is the user's own computer. */
  readonly name: string | undefined;
}

/**
 * In a remote window the extension may run where the files are: `localhost` is that machine then, and has to be called
 * by its name. An extension of kind UI runs where the window is.
 */
export function findMachine({ extensionKind }: Pick<vscode.Extension<unknown>, "extensionKind">): Machine {
  const { remoteName } = vscode.env;
  if (remoteName === undefined || extensionKind === vscode.ExtensionKind.UI) return { name: undefined };
  const kind = REMOTES.get(remoteName);
  return { name: kind ? `${hostname()} (${kind})` : hostname() };
}

/** What VS Code's remotes are, for those whose host name alone would say little: a container's is a number. */
const REMOTES: ReadonlyMap<string, string> = new Map([
  ["ssh-remote", "SSH"],
  ["wsl", "WSL"],
  ["dev-container", "dev container"],
  ["attached-container", "container"],
  ["codespaces", "Codespaces"],
  ["tunnel", "tunnel"],
]);
