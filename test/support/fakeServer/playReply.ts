import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Reply } from "./reply.ts";

/** Sends a reply as its script says; stops as soon as the client is gone. */
export async function playReply(reply: Reply, response: ServerResponse): Promise<void> {
  const { instead, status = 200, headers = {}, chunks = [], end = "fin" } = reply;
  if (instead) {
    breakOff(response, instead);
    return;
  }
  // Chunks are meant to arrive as they are written, not gathered by the kernel.
  response.socket?.setNoDelay(true);
  response.writeHead(status, headers);
  response.flushHeaders();
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  for (const { bytes, delayMs = 0 } of chunks) {
    if (delayMs > 0) await wait(delayMs, gone.signal);
    if (gone.signal.aborted) return;
    if (!response.write(bytes)) await once(response, "drain", { signal: gone.signal }).catch(() => {});
  }
  if (gone.signal.aborted) return;
  if (end === "fin") response.end();
  // What was written has to be on its way before the connection goes.
  else if (end !== "never") response.write("", () => breakOff(response, end === "cut" ? "fin" : "rst"));
}

function breakOff({ socket }: ServerResponse, how: "never" | "fin" | "rst"): void {
  if (how === "fin") socket?.end();
  if (how === "rst") socket?.resetAndDestroy();
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener("abort", wake);
  });
}
