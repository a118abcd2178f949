import * as vscode from "vscode";

export interface PickOneOptions<T> {
  readonly title: string;
  readonly placeholder?: string;
  /** Which item is under the cursor at first: what Enter takes. */
  readonly active: (item: T) => boolean;
  readonly ignoreFocusOut?: boolean;
  /** Takes the question back. */
  readonly signal?: AbortSignal | undefined;
}

/** A quick pick that says which of its items is under the cursor; `undefined` where none was taken. */
export function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[],
  { title, placeholder, active, ignoreFocusOut = false, signal }: PickOneOptions<T>,
): Promise<T | undefined> {
  const picker = vscode.window.createQuickPick<T>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.ignoreFocusOut = ignoreFocusOut;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = items;
  picker.activeItems = items.filter(active).slice(0, 1);
  const takeBack = () => picker.hide();
  signal?.addEventListener("abort", takeBack);
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      signal?.removeEventListener("abort", takeBack);
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
