import type { PageMessage } from "../protocol.ts";
import { runMessage } from "./runMessage.ts";
import type { State } from "./state.ts";

/**
 * Ctrl+Enter (Cmd on a Mac) runs and Escape cancels, wherever the cursor is. VS Code hears of neither: its own keys
 * of the same name do something else.
 */
export function listenForKeys(read: () => State, send: (message: PageMessage) => void): void {
  document.addEventListener("keydown", (event) => {
    const state = read();
    const isRun = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const isCancel = event.key === "Escape" && state.entry?.progress.kind === "running";
    if (!isRun && !isCancel) return;
    event.preventDefault();
    event.stopPropagation();
    const message = isCancel ? ({ kind: "cancel" } as const) : runMessage(state);
    if (message) send(message);
  });
}
