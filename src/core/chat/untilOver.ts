import type { Clock } from "../clock.ts";
import { AssistantError } from "../errors.ts";
import { createWatchdog, type Watchdog } from "./watchdog.ts";

export interface Run<T> {
  /** Aborts when the run fails, so that what it holds open is closed. */
  readonly connection: AbortSignal;
  readonly watchdog: Watchdog;
  isOver(): boolean;
  /** Ends the run from outside its work, with what is made here: a result, or the error that is thrown. */
  settle(make: () => T): void;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/**
 * Does work that may hang, and settles without it: as soon as the signal aborts (`cancelled`), or when its watchdog
 * settles the run. What hangs is closed by `connection` and never waited for.
 */
export function untilOver<T>({ signal, clock }: RunOptions, work: (run: Run<T>) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const connection = new AbortController();
    const watchdog = createWatchdog(clock);
    let isOver = false;

    const end = (settle: () => void) => {
      isOver = true;
      watchdog.stop();
      signal.removeEventListener("abort", cancel);
      settle();
    };
    const fail = (error: unknown) =>
      end(() => {
        reject(error);
        connection.abort();
      });
    const cancel = () => fail(new AssistantError("cancelled"));
    const settle = (make: () => T) => {
      try {
        const result = make();
        end(() => resolve(result));
      } catch (error) {
        fail(error);
      }
      connection.abort();
    };

    signal.addEventListener("abort", cancel);
    if (signal.aborted) cancel();
    else
      work({ connection: connection.signal, watchdog, isOver: () => isOver, settle }).then(
        (result) => end(() => resolve(result)),
        fail,
      );
  });
}
