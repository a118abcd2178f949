import type { Clock } from "../clock.ts";

export interface Watchdog {
  /** Begins another phase, with its own patience; the one before is over. */
  begin(phase: Phase): void;
  /** Says that something arrived. Costs no more than reading the clock: it is called for each delta. */
  touch(): void;
  /** For good: a phase that begins after it is none, since what it watched may still be on its way out. */
  stop(): void;
}

export interface Phase {
  /** Milliseconds without a touch after which it is over. */
  readonly ms: number;
  readonly onExpire: () => void;
}

/** One timer for a whole answer: it is set anew when it fires, not with every chunk. */
export function createWatchdog(clock: Clock): Watchdog {
  let lastTouch = clock.now();
  let phaseEnd = new AbortController();
  let isStopped = false;

  const watch = async ({ ms, onExpire }: Phase, signal: AbortSignal) => {
    for (;;) {
      const left = lastTouch + ms - clock.now();
      if (left <= 0) {
        onExpire();
        return;
      }
      await clock.sleep(left, signal);
      if (signal.aborted) return;
    }
  };

  return {
    begin: (phase) => {
      if (isStopped) return;
      phaseEnd.abort();
      phaseEnd = new AbortController();
      lastTouch = clock.now();
      void watch(phase, phaseEnd.signal);
    },
    touch: () => {
      lastTouch = clock.now();
    },
    stop: () => {
      isStopped = true;
      phaseEnd.abort();
    },
  };
}
