import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "./freePort.ts";
import type { LlamaServer } from "./llamaServer.ts";

export interface LitellmOptions {
  /** The server behind it, its key, and what its model is called in front. */
  readonly upstream: { readonly url: string; readonly apiKey: string; readonly model: string };
  readonly contextTokens: number;
  /** What the proxy itself wants to see. */
  readonly masterKey: string;
}

/** Starts LiteLLM's proxy in front of a server, and resolves when it answers; installs it where it isn't there yet. */
export async function startLitellm({ upstream, contextTokens, masterKey }: LitellmOptions): Promise<LlamaServer> {
  const { ensureLitellm } = await import(pathToFileURL(path.resolve("scripts/test/litellm.mjs")).href);
  const python: string = await ensureLitellm();
  const folder = await mkdtemp(path.join(tmpdir(), "euroscribe-litellm-"));
  const config = path.join(folder, "config.yaml");
  const { model, url, apiKey } = upstream;
  // JSON is YAML as well.
  const models = [
    {
      model_name: model,
      litellm_params: { model: `openai/${model}`, api_base: url, api_key: apiKey },
      model_info: { max_input_tokens: contextTokens },
    },
  ];
  await writeFile(config, JSON.stringify({ model_list: models, general_settings: { master_key: masterKey } }));
  const port = await freePort();
  const address = ["--host", "127.0.0.1", "--port", String(port)];
  const child = spawn(python, ["-c", "from litellm import run_server; run_server()", "--config", config, ...address], {
    cwd: folder,
    // Nothing of who runs the tests: it is a program from far away.
    env: {
      PATH: process.env.PATH,
      SYSTEMROOT: process.env.SYSTEMROOT,
      HOME: folder,
      USERPROFILE: folder,
      // Else it asks a server elsewhere for the prices of models.
      LITELLM_LOCAL_MODEL_COST_MAP: "True",
      PYTHONUNBUFFERED: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collectOutput(child);
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const close = async () => {
    const gone = new Promise((resolve) => child.once("close", resolve));
    if (child.exitCode === null && child.signalCode === null) {
      kill();
      await gone;
    }
    process.removeListener("exit", kill);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await untilAlive(child, `http://127.0.0.1:${port}/health/liveliness`);
  } catch (error) {
    await close();
    throw new Error(`${error instanceof Error ? error.message : error}\n${output()}`);
  }
  return { url: `http://127.0.0.1:${port}/v1`, close };
}

function collectOutput({ stdout, stderr }: ChildProcess): () => string {
  let output = "";
  for (const stream of [stdout, stderr]) {
    stream?.on("data", (data: Buffer) => {
      output = (output + String(data)).slice(-4000);
    });
  }
  return () => output;
}

async function untilAlive(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`LiteLLM's proxy ended with exit code ${child.exitCode}`);
    const isAlive = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isAlive) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("LiteLLM's proxy didn't answer within two minutes");
}
