import path from "node:path";
import { growHeapSlowly } from "../node/growHeapSlowly.ts";
import { runCli } from "./runCli.ts";

/** The terminal's front door: `node dist/cli.js translate …`. */
growHeapSlowly();
const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Whoever insists needn't wait for what is being written down.
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  });
}
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Nobody reads any more, as with `| head`.
    if (error.code === "EPIPE") controller.abort();
    else throw error;
  });
}
void runCli({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: controller.signal,
  engineScript: path.join(import.meta.dirname, "engine", "engineProcess.mjs"),
}).then((code) => {
  process.exitCode = code;
});
