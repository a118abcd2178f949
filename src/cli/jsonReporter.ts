import type { Output, Reporter } from "./reporter.ts";

/** Milliseconds between two events of progress. */
const INTERVAL = 500;

/** One JSON object a line, for programs. */
export function createJsonReporter(stdout: Output, now: () => number = Date.now): Reporter {
  let last = 0;
  return (event) => {
    if (event.event === "progress") {
      if (now() - last < INTERVAL) return;
      last = now();
    }
    stdout.write(`${JSON.stringify(event)}\n`);
  };
}
