/** Time as a port, so that tests of timeouts and waits take none. */
export interface Clock {
  /** Milliseconds since 1970, never going back. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal aborts; never rejects, and leaves no timer. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** What setTimeout can hold; anything longer would fire at once. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  // Date.now() jumps when the computer's clock is set, and would end a run for a fault that isn't one.
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(Math.max(ms, 0), LONGEST_TIMEOUT_MS));
      signal.addEventListener("abort", wake);
    }),
};
