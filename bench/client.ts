// What the chat client costs over a bare loop on the same fake server: `npm run bench:client`.
// The server is a process of its own, so that its work isn't counted; both sides use the same fetch.
import { fork } from "node:child_process";
import type { Fetch } from "../src/core/chat/fetchPort.ts";
import { createOpenaiModel } from "../src/core/chat/openaiModel.ts";
import { silentLogger } from "../src/core/log.ts";
import { createTransport } from "../src/node/transport.ts";
import { readBare } from "./clientBareLoop.ts";
import { serveScenarios } from "./clientServer.ts";

/** Reads one answer; calls back at each delta. */
type Read = (url: string, onDelta: (text: string) => void) => Promise<string>;

interface Sample {
  readonly firstMs: number;
  readonly totalMs: number;
  readonly cpuMs: number;
}

const ROUNDS = 20;
/** Rounds that aren't counted, until both ways are compiled. */
const SCENARIOS = [
  { name: "1,000 deltas at once", path: "/atOnce", deltas: 1000, warmUp: 60 },
  { name: "20,000 deltas at once", path: "/flood", deltas: 20_000, warmUp: 3 },
  { name: "1,000 deltas, each in its own packet", path: "/packets", deltas: 1000, warmUp: 2 },
  { name: "50 deltas, one each 4 ms", path: "/paced", deltas: 50, warmUp: 2 },
] as const;

if (process.argv[2] === "serve") void serveScenarios();
else void main();

async function main(): Promise<void> {
  const server = fork(process.argv[1] ?? "", ["serve"]);
  const origin = await new Promise<string>((resolve) => server.once("message", (message) => resolve(String(message))));
  const transport = createTransport();
  const fetch = transport.fetchFor(origin);
  const ways = { bare: readBare(fetch), client: readWithClient(fetch) };
  console.log(`Medians of ${ROUNDS}, taken in turns; Node ${process.version}`);
  for (const { name, path, deltas, warmUp } of SCENARIOS) {
    const samples = await measure(ways, `${origin}${path}`, warmUp);
    report(name, deltas, samples);
  }
  await transport.dispose();
  server.kill();
}

function readWithClient(fetch: Fetch): Read {
  return async (url, onDelta) => {
    const model = createOpenaiModel({ name: "bench", url, model: "m", fetch, logger: silentLogger });
    const request = { messages: [{ role: "user", content: "x" }], temperature: 0, maxTokens: 100_000 } as const;
    return (await model.complete(request, { signal: new AbortController().signal, onDelta })).text;
  };
}

async function measure(ways: { bare: Read; client: Read }, url: string, warmUp: number) {
  const samples = { bare: [] as Sample[], client: [] as Sample[] };
  for (let round = -warmUp; round < ROUNDS; round += 1) {
    // Who begins changes, so that neither always finds the connection warm.
    const order = round % 2 === 0 ? (["bare", "client"] as const) : (["client", "bare"] as const);
    for (const way of order) {
      const sample = await time(ways[way], url);
      if (round >= 0) samples[way].push(sample);
    }
  }
  return samples;
}

async function time(read: Read, url: string): Promise<Sample> {
  // The connection of the answer before is put back first.
  await new Promise((resolve) => setTimeout(resolve, 5));
  const cpu = process.cpuUsage();
  const began = performance.now();
  let firstMs = 0;
  await read(url, () => {
    firstMs ||= performance.now() - began;
  });
  const totalMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { firstMs, totalMs, cpuMs: (user + system) / 1000 };
}

function report(name: string, deltas: number, { bare, client }: Record<"bare" | "client", Sample[]>): void {
  const rows = { "bare loop": summary(bare, deltas), client: summary(client, deltas) };
  const [a, b] = [rows["bare loop"], rows.client];
  console.log(`\n${name}`);
  console.table(rows);
  const ratio = (b["CPU ms per 1,000 deltas"] / a["CPU ms per 1,000 deltas"]).toFixed(2);
  console.log(`first token ${(b["first ms"] - a["first ms"]).toFixed(2)} ms later, CPU × ${ratio}`);
}

function summary(samples: readonly Sample[], deltas: number) {
  return {
    "first ms": round(median(samples.map(({ firstMs }) => firstMs))),
    "total ms": round(median(samples.map(({ totalMs }) => totalMs))),
    "CPU ms per 1,000 deltas": round((median(samples.map(({ cpuMs }) => cpuMs)) * 1000) / deltas),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
