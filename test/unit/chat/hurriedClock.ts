import { type Clock, systemClock } from "../../../src/core/clock.ts";

/** A clock that goes so many times as fast as the real one, from now on. */
export function hurriedClock(factor: number): Clock {
  const start = systemClock.now();
  return {
    now: () => start + (systemClock.now() - start) * factor,
    sleep: (ms, signal) => systemClock.sleep(ms / factor, signal),
  };
}
