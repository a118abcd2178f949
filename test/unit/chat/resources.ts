import assert from "node:assert/strict";

const COUNTED = ["Timeout", "TCPSocketWrap", "TCPServerWrap", "TLSWrap", "GetAddrInfoReqWrap"] as const;
const PATIENCE_MS = 1500;

/** Takes the count of timers and sockets now; what it returns waits until they are back to it. I3. */
export async function resourcesBack(): Promise<() => Promise<void>> {
  // Mocha sets its own timer once a test has returned its promise.
  await new Promise((resolve) => setImmediate(resolve));
  const before = count();
  return async () => {
    const end = performance.now() + PATIENCE_MS;
    while (!isBack(before) && performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(isBack(before), `I3: ${JSON.stringify(count())} instead of ${JSON.stringify(before)}`);
  };
}

/** Collects rejections that nobody handles, from now until `stop`. */
export function unhandledRejections(): { stop(): unknown[] } {
  const seen: unknown[] = [];
  const note = (reason: unknown) => seen.push(reason);
  process.on("unhandledRejection", note);
  return {
    stop: () => {
      process.off("unhandledRejection", note);
      return seen;
    },
  };
}

function count(): Record<string, number> {
  const active = process.getActiveResourcesInfo();
  return Object.fromEntries(COUNTED.map((name) => [name, active.filter((resource) => resource === name).length]));
}

function isBack(before: Record<string, number>): boolean {
  return Object.entries(count()).every(([name, number]) => number <= (before[name] ?? 0));
}
