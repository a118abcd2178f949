// Tokens per second of the built-in model beside llama-server's, on one file, with the same question and threads:
//   node scripts/bench.mjs engine [--threads N] [--rounds N]
// Both are asked in turn, so that what else the machine does meets both; what counts are the ratios of a round's two
// runs, and their median.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { ChatRequest } from "../src/core/chat/chatModel.ts";
import { AssistantError } from "../src/core/errors.ts";
import { createBuiltinModel } from "../src/engine/builtinModel.ts";
import { modelsFolder } from "../src/node/models/modelsFolder.ts";

const { values } = parseArgs({
  options: {
    threads: { type: "string", default: "1" },
    rounds: { type: "string", default: "5" },
    model: { type: "string", default: path.join(modelsFolder(), "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf") },
    server: { type: "string", default: path.resolve("../shared/bin/llama-server") },
  },
});

const CONTEXT_TOKENS = 4096;
const ANSWER_TOKENS = 80;
const PORT = 18_931;

const SENTENCE =
  "The committee met on Tuesday to discuss the new rules for the protection of rivers and lakes, and it agreed that every member state should publish a yearly report. ";

interface Run {
  /** Tokens per second. */
  readonly prompt: number;
  readonly answer: number;
}

await main();

async function main(): Promise<void> {
  for (const file of [values.model, values.server]) if (!existsSync(file)) throw new Error(`${file} isn't there.`);
  const threads = Number(values.threads);
  const server = await startServer(threads);
  const builtin = createBuiltin(threads);
  try {
    // What is asked first pays for reading the file.
    await builtin.run(question(0));
    builtin.resetCpu();
    await runServer(question(0));
    const rounds: { readonly builtin: Run; readonly server: Run }[] = [];
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      const first = round % 2 === 0 ? await runServer(question(round)) : undefined;
      const builtinRun = await builtin.run(question(round));
      const serverRun = first ?? (await runServer(question(round)));
      rounds.push({ builtin: builtinRun, server: serverRun });
      console.log(`round ${round}  built-in ${show(builtinRun)}  llama-server ${show(serverRun)}`);
    }
    report(rounds, threads);
    console.log(`CPU of the extension's side per piece of text: ${builtin.microsecondsPerDelta().toFixed(0)} µs`);
  } finally {
    builtin.dispose();
    server.kill("SIGKILL");
  }
}

/** Begins anew each time, so that nobody knows its beginning from the time before. */
function question(round: number): ChatRequest {
  return {
    messages: [
      { role: "system", content: `${round}. You are a translator.` },
      { role: "user", content: `Translate into French. Output only the translation.\n\n${SENTENCE.repeat(6)}` },
    ],
    temperature: 0,
    maxTokens: ANSWER_TOKENS,
  };
}

function createBuiltin(threads: number) {
  let counts: Readonly<Record<string, unknown>> = {};
  let deltas = 0;
  let cpu = 0;
  const model = createBuiltinModel({
    name: "bench",
    modelPath: values.model,
    engineScript: path.resolve("dist/engine/engineProcess.mjs"),
    logger: {
      info: (event, fields) => {
        if (event === "engine.answered") counts = fields ?? {};
      },
      warn: () => {},
    },
    threads,
    contextTokens: CONTEXT_TOKENS,
  });
  const run = async (request: ChatRequest): Promise<Run> => {
    const clock = startClock();
    const before = process.cpuUsage();
    const onDelta = () => {
      deltas += 1;
      clock.tick();
    };
    await model.complete(request, { signal: new AbortController().signal, onDelta }).catch((error: unknown) => {
      // The answer is cut at the same length for both.
      if (!(error instanceof AssistantError && error.kind === "truncated")) throw error;
    });
    const used = process.cpuUsage(before);
    cpu += used.user + used.system;
    return clock.read({ prompt: Number(counts.promptTokens), answer: Number(counts.completionTokens) });
  };
  const resetCpu = () => {
    [cpu, deltas] = [0, 0];
  };
  return { run, resetCpu, microsecondsPerDelta: () => cpu / deltas, dispose: () => model.dispose() };
}

async function startServer(threads: number): Promise<ChildProcess> {
  const args = ["-m", values.model, "--host", "127.0.0.1", "--port", String(PORT), "-t", String(threads)];
  const server = spawn(values.server, [...args, "-c", String(CONTEXT_TOKENS), "-np", "1"], { stdio: "ignore" });
  process.once("exit", () => server.kill("SIGKILL"));
  for (;;) {
    if (server.exitCode !== null) throw new Error(`llama-server ended with code ${server.exitCode}.`);
    const health = await fetch(`http://127.0.0.1:${PORT}/health`).catch(() => undefined);
    if (health?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function runServer({ messages, temperature, maxTokens }: ChatRequest): Promise<Run> {
  const clock = startClock();
  const response = await fetch(`http://127.0.0.1:${PORT}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      messages,
      temperature,
      max_tokens: maxTokens,
      stream: true,
      stream_options: { include_usage: true },
      cache_prompt: false,
    }),
  });
  let usage = { prompt_tokens: 0, completion_tokens: 0 };
  let text = "";
  for await (const bytes of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += bytes;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines.filter((one) => one.startsWith("data: {"))) {
      const chunk = JSON.parse(line.slice("data: ".length));
      if (chunk.choices?.[0]?.delta?.content) clock.tick();
      usage = chunk.usage ?? usage;
    }
  }
  return clock.read({ prompt: usage.prompt_tokens, answer: usage.completion_tokens });
}

/** Measures at the same place for both: where the pieces of text arrive. */
function startClock() {
  const start = performance.now();
  let first = 0;
  let last = 0;
  return {
    tick() {
      last = performance.now();
      first ||= last;
    },
    read: (tokens: { readonly prompt: number; readonly answer: number }): Run => ({
      prompt: (tokens.prompt / (first - start)) * 1000,
      answer: ((tokens.answer - 1) / (last - first)) * 1000,
    }),
  };
}

function report(rounds: readonly { readonly builtin: Run; readonly server: Run }[], threads: number): void {
  console.log(`\n${threads} thread${threads === 1 ? "" : "s"}, medians of ${rounds.length}`);
  for (const kind of ["prompt", "answer"] as const) {
    const builtin = median(rounds.map((round) => round.builtin[kind]));
    const server = median(rounds.map((round) => round.server[kind]));
    const ratio = median(rounds.map((round) => round.builtin[kind] / round.server[kind]));
    const figures = `built-in ${builtin.toFixed(1)}, llama-server ${server.toFixed(1)} tokens/s, ratio ${ratio.toFixed(2)}`;
    console.log(`  ${kind === "prompt" ? "reading" : "writing"}: ${figures}`);
  }
}

function show({ prompt, answer }: Run): string {
  return `${prompt.toFixed(1)} / ${answer.toFixed(1)}`;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
