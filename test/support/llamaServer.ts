import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { freePort } from "./freePort.ts";

/**
 * llama.cpp's server: the one that EUROSCRIBE_LLAMA_SERVER names, or the one beside the project's folder; the tests say
 * so where there is none.
 */
export function findLlamaServer(root: string): string | undefined {
  const file = process.env.EUROSCRIBE_LLAMA_SERVER ?? path.join(root, "..", "shared", "bin", "llama-server");
  return existsSync(file) ? file : undefined;
}

export interface LlamaServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the server on a free port of this computer, and resolves when the model is loaded. */
export async function startLlamaServer(
  executable: string,
  model: string,
  more: readonly string[] = [],
): Promise<LlamaServer> {
  const port = await freePort();
  const address = ["--host", "127.0.0.1", "--port", String(port)];
  // One thread: two wait for each other by spinning, and on two busy cores take twenty times as long.
  const child = spawn(executable, ["-m", model, ...address, "-t", "1", "-c", "4096", ...more], { stdio: "ignore" });
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  process.once("exit", () => child.kill("SIGKILL"));
  await untilHealthy(child, `http://127.0.0.1:${port}/health`);
  return { url: `http://127.0.0.1:${port}/v1`, close };
}

async function untilHealthy(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`llama-server ended with exit code ${child.exitCode}`);
    const isReady = await fetch(url).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill("SIGKILL");
  throw new Error("llama-server didn't become ready within two minutes");
}
