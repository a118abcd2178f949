import * as vscode from "vscode";

/** Milliseconds after its tab has come. */
const OVERTAKEN_MS = 1000;

/**
 * Waits for a command that opens a tab. Where another editor is opened in the same moment, VS Code 1.99 opens the tab
 * behind it and never says that it did: it is open then when its tab has been there for a while.
 */
export async function untilShown(command: Thenable<unknown>, isTab: (tab: vscode.Tab) => boolean): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let listener: vscode.Disposable | undefined;
  const overtaken = new Promise<void>((resolve) => {
    listener = vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      if (opened.some(isTab)) timer ??= setTimeout(resolve, OVERTAKEN_MS);
    });
  });
  try {
    await Promise.race([command, overtaken]);
  } finally {
    clearTimeout(timer);
    listener?.dispose();
  }
}
