import type { ChildProcess, ForkOptions } from "node:child_process";

/** `fork` of node:child_process, or a test's. */
export type Fork = (script: string, args: readonly string[], options: ForkOptions) => ChildProcess;

/**
 * Node's worker threads take the engine's batches in turn, and a thread that slept finds its caches cold: with two
 * in place of four a 1.5B model wrote 28 tokens a second in place of 25 on two cores. With one alone, a job that waits
 * for another would wait forever.
 */
const WORKER_THREADS = "2";

/** Starts the engine's process with a channel of messages and no other way to talk. */
export function forkEngine(fork: Fork, script: string): ChildProcess {
  return fork(script, [], {
    // What debuggers give their children (`--inspect`) would open a port, or load files into it.
    execArgv: [],
    env: {
      ...environment(),
      ELECTRON_RUN_AS_NODE: "1",
      NODE_LLAMA_CPP_SKIP_DOWNLOAD: "true",
      UV_THREADPOOL_SIZE: WORKER_THREADS,
    },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  return rest;
}
