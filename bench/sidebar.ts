// How smoothly an answer streams into the sidebar, in the real page of a real VS Code:
//
//   npm run bench:sidebar                  300 tokens a second, 20,000 of them
//   npm run bench:sidebar -- --tokens 3000
//
// A frame's work is what the page's thread does from the frame's beginning until it is painted; VS Code's workbench
// does its own in the same thread. The event loop's delay is the extension host's. Both are compared with some seconds
// before anything streams, and the frames with those of an empty page beside it: what they say is the machine's noise.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Frame } from "playwright-core";
import { openSidebar } from "../test/support/vscode/sidebarPage.ts";
import { openWorkbench } from "../test/support/vscode/workbench.ts";

const { values } = parseArgs({ options: { tokens: { type: "string", default: "20000" } } });
const TOKENS = Number(values.tokens);
const PER_SECOND = 300;
const QUIET_MS = 5000;
/** Tokens of an answer before the one that is measured: what is loaded with the first is told apart. */
const WARM_UP = 300;
/** Words without numbers, links or a language of the 24: the check finds nothing in them to ask again for. */
const WORDS = "lori mani veka sulo terin baro kilema nuvi ropa delin mosa tika fero lumi gavi pelo".split(" ");

const token = (index: number) =>
  `${WORDS[(index * 7 + Math.floor(index / 16)) % WORDS.length]}${index % 60 === 59 ? ".\n\n" : " "}`;

let wanted = WARM_UP;
const server = createServer(async (request, response) => {
  request.resume();
  response.writeHead(200, { "content-type": "text/event-stream" });
  const start = performance.now();
  for (let sent = 0; sent < wanted; ) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const due = Math.min(wanted, Math.floor(((performance.now() - start) * PER_SECOND) / 1000));
    let events = "";
    for (; sent < due; sent++) events += event({ content: token(sent) });
    response.write(events);
  }
  response.end(`${event({}, "stop")}data: [DONE]\n\n`);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

const folder = await mkdtemp(path.join(tmpdir(), "euroscribe-bench-"));
const delays = path.join(folder, "delays.txt");
await writeFile(delays, "");
process.env.EUROSCRIBE_EVENT_LOOP = delays;
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
const workbench = await openWorkbench({
  settings: { "euroscribe.endpoints": [{ name: "Stream", url, model: "stream" }] },
  files: {},
  extensions: [path.resolve("bench/eventLoop")],
});
try {
  const { frame, button } = await openSidebar(workbench);
  const run = async () => {
    await frame.locator("#run").click();
    await button("Cancel").waitFor();
    await frame.evaluate(`new Promise((resolve) => {
      const check = () => document.querySelector("#run").classList.contains("primary") ? resolve() : setTimeout(check, 200);
      check();
    })`);
  };
  await frame.locator("#text").fill("Lori mani veka sulo terin baro.");
  await frame.locator("input[value=summarize]").check({ force: true });
  await workbench.page.waitForTimeout(3000);
  const beside = (await workbench.page.context().newPage()).mainFrame();
  await workbench.page.bringToFront();
  for (const one of [frame, beside]) await measureFrames(one);
  const begin = Date.now();
  await workbench.page.waitForTimeout(QUIET_MS);
  await reportFrames("before", frame);
  await reportHost("before", begin);
  await reportFrames("before, an empty page beside it", beside);
  const first = Date.now();
  await run();
  await reportFrames("the first run, a short one", frame);
  await reportHost("the first run, a short one", first);
  wanted = TOKENS;
  const start = Date.now();
  await run();
  console.log(`${TOKENS} tokens in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  await reportFrames("while it streams, and its end", frame);
  await reportHost("while it streams, and its end", start);
  await reportFrames("meanwhile, the empty page beside it", beside);
} finally {
  await workbench.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
}

/** The work of each frame, in milliseconds, from now on. */
async function measureFrames(frame: Frame): Promise<void> {
  await frame.evaluate(`(() => {
    globalThis.frameTimes = [];
    const channel = new MessageChannel();
    let begin = 0;
    // A message that is sent in a frame arrives when the frame has been painted.
    channel.port1.onmessage = () => frameTimes.push(performance.now() - begin);
    const next = () => {
      begin = performance.now();
      channel.port2.postMessage(0);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })()`);
}

async function reportFrames(name: string, frame: Frame): Promise<void> {
  const frames = await frame.evaluate<readonly number[]>("globalThis.frameTimes.splice(0)");
  console.log(
    `${name}: a frame's work p50 ${at(frames, 0.5)}, p95 ${at(frames, 0.95)}, longest ${at(frames, 1)} ms (${frames.length} frames)`,
  );
}

async function reportHost(name: string, since: number): Promise<void> {
  const lines = (await readFile(delays, "utf8"))
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  const late = lines.filter(([at = 0]) => at >= since).map(([, delay = 0]) => delay);
  console.log(`${name}: the extension host blocked for p95 ${at(late, 0.95)}, at most ${at(late, 1)} ms`);
}

function at(numbers: readonly number[], share: number): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
}

function event(delta: object, finish: string | null = null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}
