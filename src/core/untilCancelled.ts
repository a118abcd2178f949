import { AssistantError } from "./errors.ts";

/** Settles as the work does, or rejects with `cancelled` as soon as the signal aborts: what hangs isn't waited for. */
export function untilCancelled<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      leave();
      reject(new AssistantError("cancelled"));
    };
    const leave = () => signal.removeEventListener("abort", cancel);
    if (signal.aborted) {
      cancel();
      return;
    }
    signal.addEventListener("abort", cancel);
    work().then(resolve, reject).finally(leave);
  });
}
