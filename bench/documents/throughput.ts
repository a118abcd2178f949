import { readFileSync } from "node:fs";
import type { Fetch } from "../../src/core/chat/fetchPort.ts";
import { createOpenaiModel } from "../../src/core/chat/openaiModel.ts";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { translateDocument } from "../../src/core/document/translateDocument.ts";
import { createQueue } from "../../src/core/limit.ts";
import { silentLogger } from "../../src/core/log.ts";
import { withRealServer } from "../model/realModel.ts";

/** Its beginning, up to the table: a round takes half a minute on a quiet computer. */
const DOCUMENT = readFileSync("samples/README.md", "utf8").split("| Option", 1)[0] ?? "";
const ROUNDS = 5;

interface Run {
  readonly seconds: number;
  /** Tokens that the server read beyond what it had, and that it wrote: its own count. */
  readonly read: number;
  readonly written: number;
}

/**
 * Prints how a document run keeps a server busy beside a bare loop that sends the same bodies with as many at once. Both
 * run in turns on one server, which begins both with the same prefix in its cache; what counts is the median of the
 * rounds' ratios.
 */
export async function measureThroughput(file: string, concurrency: number): Promise<void> {
  // Whole prompts of the turn before aren't to be found again.
  const more = ["-np", String(concurrency), "--cache-ram", "0", "--metrics"];
  await withRealServer({ file, more }, async ({ url, fetch }) => {
    const counted = (work: () => Promise<void>) => count(url, work);
    const bodies: string[] = [];
    const run = () => translate({ url, concurrency, fetch: recording(fetch, bodies) });
    // What runs first reads the model's file and the whole prefix.
    await run();
    const rounds: { readonly document: Run; readonly bare: Run }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const loop = () => counted(() => send({ url, concurrency, fetch, bodies: [...bodies] }));
      const first = round % 2 === 1 ? await loop() : undefined;
      bodies.length = 0;
      const document = await counted(run);
      const bare = first ?? (await loop());
      rounds.push({ document, bare });
      console.log(`  at once ${concurrency}: document ${show(document)}; bare loop ${show(bare)}`);
    }
    const ratio = median(rounds.map(({ document, bare }) => perSecond(document) / perSecond(bare)));
    console.log(`throughput, ${concurrency} at once: ${(100 * ratio).toFixed(1)} % of a bare loop's tokens per second`);
  });
}

interface Sending {
  readonly url: string;
  readonly concurrency: number;
  readonly fetch: Fetch;
}

async function translate({ url, concurrency, fetch }: Sending): Promise<void> {
  const queue = createQueue({ concurrency });
  const model = createOpenaiModel({ name: "bench", model: "bench", url, fetch, queue, logger: silentLogger });
  await translateDocument({
    text: DOCUMENT,
    format: "markdown",
    task: { kind: "translate", from: "en", to: "fr", formality: "auto" },
    model,
    concurrency,
    detectLanguage: createLanguageDetector(),
    signal: new AbortController().signal,
    typography: true,
  });
}

function recording(fetch: Fetch, bodies: string[]): Fetch {
  return (url, init) => {
    if (init.body) bodies.push(init.body);
    return fetch(url, init);
  };
}

/** The least that asks for answers: so many loops, and nothing is looked at. */
async function send({ url, concurrency, fetch, bodies }: Sending & { readonly bodies: readonly string[] }) {
  let next = 0;
  const loop = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const headers = { "content-type": "application/json" };
      const { signal } = new AbortController();
      const response = await fetch(`${url}/chat/completions`, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal,
      });
      const reader = response.body?.getReader();
      while (reader && !(await reader.read()).done);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
}

async function count(url: string, work: () => Promise<void>): Promise<Run> {
  const before = await readCounters(url);
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const after = await readCounters(url);
  return { seconds, read: after.read - before.read, written: after.written - before.written };
}

async function readCounters(url: string): Promise<{ readonly read: number; readonly written: number }> {
  const text = await (await globalThis.fetch(url.replace(/\/v1$/u, "/metrics"))).text();
  const value = (name: string) => Number(new RegExp(`^llamacpp:${name} (\\S+)`, "mu").exec(text)?.[1]);
  return { read: value("prompt_tokens_total"), written: value("tokens_predicted_total") };
}

function perSecond({ written, seconds }: Run): number {
  return written / seconds;
}

function show(run: Run): string {
  return `${run.seconds.toFixed(1)} s, read ${run.read}, written ${run.written}, ${perSecond(run).toFixed(1)} tokens/s`;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
