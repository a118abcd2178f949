import { type Clock, systemClock } from "./clock.ts";
import { AssistantError, throwIfCancelled } from "./errors.ts";

export interface Queue {
  /**
   * Runs the task when its turn comes, and settles as it does. Rejects with `cancelled` at once when the
   * signal aborts while it waits; a running task minds its signal itself.
   */
  run<T>(task: () => Promise<T>, options: TurnOptions): Promise<T>;
  /** Starts nothing more for so many milliseconds. What runs already goes on; a longer pause stands. */
  pause(ms: number): void;
}

export interface TurnOptions {
  readonly signal: AbortSignal;
  /** `first` for what has been its turn before and is tried again. */
  readonly place?: "first" | "last";
}

interface QueueOptions {
  readonly concurrency: number;
  readonly clock?: Clock;
}

/** A queue for one endpoint: so many requests at a time, and all of them wait when the endpoint says so. */
export function createQueue({ concurrency, clock = systemClock }: QueueOptions): Queue {
  return new EndpointQueue(Math.max(1, concurrency), clock);
}

class EndpointQueue implements Queue {
  readonly #concurrency: number;
  readonly #clock: Clock;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #pausedUntil = 0;
  /** There while something waits for the end of a pause; aborted, it takes its timer along. */
  #alarm: AbortController | undefined;

  constructor(concurrency: number, clock: Clock) {
    this.#concurrency = concurrency;
    this.#clock = clock;
  }

  async run<T>(task: () => Promise<T>, options: TurnOptions): Promise<T> {
    throwIfCancelled(options.signal);
    await this.#takeTurn(options);
    try {
      throwIfCancelled(options.signal);
      return await task();
    } finally {
      this.#running -= 1;
      this.#startWaiting();
    }
  }

  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + ms);
  }

  #takeTurn({ signal, place }: TurnOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        signal.removeEventListener("abort", leave);
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        this.#startWaiting();
        reject(new AssistantError("cancelled"));
      };
      signal.addEventListener("abort", leave);
      if (place === "first") this.#waiting.unshift(start);
      else this.#waiting.push(start);
      this.#startWaiting();
    });
  }

  #startWaiting(): void {
    if (this.#waiting.length > 0 && this.#pausedUntil > this.#clock.now()) {
      this.#setAlarm();
      return;
    }
    this.#alarm?.abort();
    this.#alarm = undefined;
    while (this.#running < this.#concurrency && this.#waiting.length > 0) {
      this.#running += 1;
      this.#waiting.shift()?.();
    }
  }

  #setAlarm(): void {
    if (this.#alarm) return;
    const alarm = new AbortController();
    this.#alarm = alarm;
    void this.#clock.sleep(this.#pausedUntil - this.#clock.now(), alarm.signal).then(() => {
      if (this.#alarm !== alarm) return;
      this.#alarm = undefined;
      this.#startWaiting();
    });
  }
}
