import type { ChildProcess, ForkOptions } from "node:child_process";

/** `fork` of node:child_process, or a test's. */
export type Fork = (script: string, args: readonly string[], options: ForkOptions) => ChildProcess;

/** Starts the engine's process with a channel of messages and no other way to talk. */
export function forkEngine(fork: Fork, script: string): ChildProcess {
  return fork(script, [], {
    // What debuggers give their children (`--inspect`) would open a port, or load files into it.
    execArgv: [],
    env: { ...environment(), ELECTRON_RUN_AS_NODE: "1", NODE_LLAMA_CPP_SKIP_DOWNLOAD: "true" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  return rest;
}
