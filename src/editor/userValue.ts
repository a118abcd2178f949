/** A setting's parts as VS Code tells them, beside those that it is declared to tell. */
export interface Inspected {
  readonly defaultValue?: unknown;
  /** The user's and the machine's part in one, the machine's before the user's. */
  readonly globalValue?: unknown;
  /** Of the user's own settings; newer hosts alone. Under a profile it is empty for what holds for all profiles. */
  readonly globalLocalValue?: unknown;
  /** Of the machine that the window is connected to: a dev container's configuration can write it. */
  readonly globalRemoteValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/**
 * What decides where text goes is read from the user's own settings alone: VS Code before 1.100 lets
 * nested workspace values through in spite of the scope, and `globalValue` includes a dev container's
 * machine settings, so that the local part is taken where the host tells it apart. Under a profile of the user's
 * own the local part is empty, and the value of all profiles stands in `globalValue` alone.
 */
export function userValue({ globalLocalValue, globalRemoteValue, globalValue, defaultValue }: Inspected): unknown {
  return globalLocalValue ?? (globalRemoteValue === undefined ? globalValue : undefined) ?? defaultValue;
}
