import { spawn } from "node:child_process";

/** What runs just now; it has to end before we do. */
const running = new Set();
const isWindows = process.platform === "win32";

/**
 * Starts a program that ends with us, and everything it started with it: on our exit, on a signal, on a
 * crash of ours, and after `timeoutMs`.
 *
 * @returns `done` resolves to `{ code, signal, isTimedOut }` when the program has ended; `stop()` ends it now.
 */
export function spawnTree(command, args, { timeoutMs, graceMs = 5000, ...options } = {}) {
  const child = spawn(command, args, { ...options, detached: !isWindows });
  let isTimedOut = false;
  let killer;
  const killNow = () => killTree(child.pid, "SIGKILL");
  const stop = () => {
    killTree(child.pid, "SIGTERM");
    killer ??= setTimeout(killNow, graceMs);
  };
  const bound =
    timeoutMs &&
    setTimeout(() => {
      isTimedOut = true;
      stop();
    }, timeoutMs);
  process.once("exit", killNow);
  const tree = { stop };
  running.add(tree);
  const done = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, isTimedOut }));
  }).finally(() => {
    clearTimeout(bound);
    clearTimeout(killer);
    process.removeListener("exit", killNow);
    running.delete(tree);
    // What the program left running in its group ends with it.
    if (!isWindows) killNow();
  });
  tree.done = done;
  return { child, done, stop };
}

/**
 * When we are asked to end: runs `cleanUp` once, ends what still runs, and ends with the shell's exit code for the
 * signal.
 */
export function onEnd(cleanUp = () => {}) {
  let isEnding = false;
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]) {
    process.on(signal, async () => {
      if (isEnding) return;
      isEnding = true;
      try {
        await cleanUp();
        for (const { stop } of running) stop();
        await Promise.allSettled([...running].map(({ done }) => done));
      } finally {
        process.exit(code);
      }
    });
  }
}

function killTree(pid, signal) {
  if (pid === undefined) return;
  try {
    if (isWindows) spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
    else process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
