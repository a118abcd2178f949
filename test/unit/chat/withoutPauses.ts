import type { Queue } from "../../../src/core/limit.ts";

/** A queue that runs everything at once, for tests that aren't about waiting. */
export function withoutPauses(): Queue {
  return { run: (task) => task(), pause: () => {} };
}
