export interface Surroundings {
  /** What VS Code calls the kind of remote that the window is connected to; `undefined` where it isn't. */
  readonly remoteName: string | undefined;
  /** Whether the extension runs where the window is, as one of kind UI does. */
  readonly isBesideWindow: boolean;
  /** What the machine that the extension runs on calls itself. */
  readonly host: string;
}

/**
 * In a remote window the extension may run where the files are: `localhost` is that machine then, and has to be called
 * by its name. `undefined` where it is the user's own computer.
 */
export function machineName({ remoteName, isBesideWindow, host }: Surroundings): string | undefined {
  if (remoteName === undefined || isBesideWindow) return undefined;
  const kind = REMOTES.get(remoteName);
  return kind ? `${host} (${kind})` : host;
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
