import type { PageMessage } from "../protocol.ts";
import { runMessage } from "./runMessage.ts";
import type { State } from "./state.ts";

/**
 * Ctrl+Enter (Cmd on a Mac) runs and Escape cancels, wherever the cursor is. VS Code hears neither of these nor of
 * Ctrl+Backspace, which deletes a word here: for it they would accept or reject the review in the active tab.
 */
export function listenForKeys(read: () => State, send: (message: PageMessage) => void): void {
  document.addEventListener("keydown", (event) => {
    const state = read();
    const isOurs = (event.ctrlKey || event.metaKey) && (event.key === "Enter" || event.key === "Backspace");
    const isCancel = event.key === "Escape" && state.entry?.progress.kind === "running";
    if (!isOurs && !isCancel) return;
    event.stopPropagation();
    if (event.key === "Backspace") return;
    event.preventDefault();
    const message = isCancel ? ({ kind: "cancel" } as const) : runMessage(state);
    if (message && !event.shiftKey && !event.altKey) send(message);
  });
}
