// `npm start`: from a fresh clone to the extension in VS Code. It installs what is missing, builds, fetches an open
// model, translates a paragraph of samples/ with it, and opens VS Code.
//
//   npm start -- --check       stops after the translation; its exit code is 0 if a real translation passed the check
//   npm start -- --to mt       the language to translate into (fr)
//   npm start -- --port 8400   the port of VS Code's server, where there is no desktop (8347)
//
// Nothing but Node's own modules is loaded before the packages are there.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureDependencies } from "./run/ensureDependencies.mjs";
import { root, vscodeCache } from "./run/root.mjs";
import { onEnd, spawnTree } from "./run/spawnTree.mjs";

/** Says that the main job has been done: later starts go straight to VS Code. */
const record = path.join(vscodeCache, "main-job.json");
const HINT = "Select a paragraph, right-click, Euroscribe. Ctrl+C here ends it.";
const options = readOptions();
const ending = new AbortController();
const cleanUps = [];
onEnd(async () => {
  ending.abort();
  for (const step of cleanUps) await step();
});

try {
  requireNode();
  await ensureDependencies();
  await build();
  await ensureEngine();
  const { prepareModel } = await import("./start/prepareModel.mjs");
  const model = await prepareModel({ task: "translate", signal: ending.signal });
  if (options.isCheck || !(await hasRunBefore(model))) await runMainJob(model);
  if (!options.isCheck) await openVSCode();
  process.exit(0);
} catch (error) {
  // On Ctrl+C everything fails that was under way: what ends us then is above.
  if (ending.signal.aborted) await new Promise(() => {});
  // A crash of ours has a stack to tell of; what we know how to explain hasn't.
  console.error(`\n${isExplained(error) ? error.message : (error.stack ?? error)}`);
  process.exit(1);
}

function readOptions() {
  const { values } = parseArgs({
    options: { check: { type: "boolean" }, to: { type: "string", default: "fr" }, port: { type: "string" } },
  });
  return { isCheck: values.check === true, to: values.to, port: Number(values.port ?? 8347) };
}

function requireNode() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) throw new Error(`Node 20 or later is needed, and this is ${process.version}: see https://nodejs.org`);
}

async function build() {
  const { done } = spawnTree(process.execPath, ["esbuild.js"], { cwd: root, stdio: "inherit" });
  if ((await done).code !== 0) throw new Error("The extension can't be built: see above.");
}

async function ensureEngine() {
  const { ensureEngineRuntime } = await import("./engineRuntime.mjs");
  await ensureEngineRuntime({ onProgress: (sentence) => console.log(sentence) });
}

async function hasRunBefore({ model }) {
  const text = await readFile(record, "utf8").catch(() => "{}");
  return JSON.parse(text).model === model.id;
}

async function runMainJob({ model, path: modelPath }) {
  const { importSource } = await import("./run/importSource.mjs");
  const { runMainJob: run } = await importSource("scripts/start/mainJob.ts");
  console.log(`\nTranslating a paragraph of samples/README.md with ${model.name}, on this computer …\n`);
  const { source, translation, seconds, problems } = await run({
    sample: path.join(root, "samples/README.md"),
    to: options.to,
    model: { name: model.name, path: modelPath },
    engineScript: path.join(root, "dist/engine/engineProcess.mjs"),
    signal: ending.signal,
  });
  console.log(`source       ${source}\n\ntranslation  ${translation}\n`);
  console.log(`model        ${model.name} (${modelPath})\ntime         ${seconds.toFixed(1)} s with loading\n`);
  if (problems.length > 0) throw new Error(`The translation did not pass the check: ${problems.join(", ")}.`);
  await mkdir(vscodeCache, { recursive: true });
  await writeFile(record, JSON.stringify({ model: model.id }));
}

async function openVSCode() {
  const { obtainDesktop } = await import("./vscode/obtainVSCode.mjs");
  const folder = path.join(root, "samples");
  const { executable, obstacle } = await obtainDesktop("newest");
  if (executable) {
    const { openDesktop } = await import("./start/openDesktop.mjs");
    const { stop, ended } = openDesktop({ executable, folder });
    cleanUps.push(stop);
    console.log(`VS Code is open, with samples/ in it. ${HINT}`);
    await ended;
    return;
  }
  const { openServer } = await import("./start/openServer.mjs");
  const { origin, stop, ended } = await openServer({ folder, port: options.port });
  cleanUps.push(stop);
  console.log(`VS Code is at   ${origin}   (its server, for your browser: ${obstacle}).\n${HINT}`);
  await ended;
  throw new Error("VS Code's server has ended.");
}

function isExplained(error) {
  return error instanceof Error && (error.constructor === Error || error.name === "ModelFetchError");
}
