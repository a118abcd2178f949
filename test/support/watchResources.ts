import { createHook } from "node:async_hooks";
import path from "node:path";

/** What wakes by itself, or is woken from outside: whoever has none of these does nothing more unless it is called. */
const WAKING: ReadonlySet<string> = new Set([
  ...["Timeout", "Immediate", "FSEVENTWRAP", "FSREQCALLBACK", "STATWATCHER"],
  ...["TCPWRAP", "TCPSERVERWRAP", "TCPCONNECTWRAP", "TLSWRAP", "UDPWRAP", "PIPEWRAP", "PIPESERVERWRAP"],
  ...["GETADDRINFOREQWRAP", "PROCESSWRAP", "WORKER", "HTTPCLIENTREQUEST", "HTTPINCOMINGMESSAGE"],
]);

/**
 * Follows the timers, sockets, servers, processes and watchers that an extension makes from now on, each with the place
 * in its code: as it runs, or as source maps name it.
 */
export function watchResources(extension: string): { alive(): readonly string[]; stop(): void } {
  const places = ["dist", "src"].map((folder) => path.join(extension, folder, path.sep));
  const found = new Map<number, string>();
  const hook = createHook({
    init: (id, type) => {
      if (!WAKING.has(type)) return;
      const { stackTraceLimit } = Error;
      Error.stackTraceLimit = 50;
      const stack = new Error(type).stack ?? "";
      Error.stackTraceLimit = stackTraceLimit;
      const line = stack.split("\n").find((one) => places.some((place) => one.includes(place)));
      if (line) found.set(id, `${type} ${line.trim()}`);
    },
    destroy: (id) => void found.delete(id),
  }).enable();
  return { alive: () => [...found.values()], stop: () => hook.disable() };
}
