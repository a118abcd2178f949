// `npm test`: looks at the sources, runs the unit tests and those of the built-in model's engine in Node, packs the
// extension, and runs the integration tests inside real VS Codes, the newest and the oldest supported; its last line is
// `N passed, N failed`, and the one before it counts the faults of test/checks.md that were survived.
//
//   npm test                                          all
//   npm run test:unit -- --grep stream                the unit tests whose name matches
//   npm run test:unit -- test/unit/core/limit.test.ts  the tests of this file
//   npm run test:integration -- --vscode oldest       in one VS Code alone
//   npm run test:page -- --vscode newest              the sidebar, driven from outside
//
// Nothing but Node's own modules is loaded before the packages are there.
import { readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { listChecks, runCheck } from "./run/checks.mjs";
import { ensureDependencies } from "./run/ensureDependencies.mjs";
import { root } from "./run/root.mjs";
import { onEnd, spawnTree } from "./run/spawnTree.mjs";
import { countRows, listRows } from "./test/countRows.mjs";
import { createTally, runPart, show } from "./test/runPart.mjs";

const MINUTE = 60_000;
const PARTS = ["check", "unit", "engine", "package", "integration", "page"];

const { values, positionals } = parseArgs({
  options: { grep: { type: "string", short: "g" }, vscode: { type: "string" } },
  allowPositionals: true,
});
const only = positionals.filter((word) => word.endsWith(".test.ts"));
const named = positionals.filter((word) => !only.includes(word));
const isFiltered = values.grep !== undefined || only.length > 0;
const unknown = named.find((word) => !PARTS.includes(word));
if (unknown) fail(`There is no part "${unknown}": the parts are ${PARTS.join(", ")}.`);
if (values.vscode && !["newest", "oldest"].includes(values.vscode)) fail("--vscode takes newest or oldest.");

onEnd();
process.once("exit", () => {
  for (const part of PARTS) rmSync(bundleFolder(part), { recursive: true, force: true });
});
await ensureDependencies();
const tallies = [];
for (const part of chosenParts()) tallies.push(...(await run(part)));
finish(tallies);

function chosenParts() {
  if (named.length > 0) return named;
  // A filter is for tests, and the checks are none.
  return isFiltered ? PARTS.filter((part) => part !== "check") : PARTS;
}

async function run(part) {
  if (part === "check") return [await check()];
  const bundles = await buildTests(part);
  if (bundles === undefined) return [unable(part, "The extension or its tests can't be bundled: see above.")];
  // Without files mocha would look for some of its own.
  if (bundles.length === 0) return isFiltered ? [] : [unable(part, "There are no tests.")];
  if (part === "integration") return await integration();
  return part === "page" ? await pages(bundles) : [await inNode({ name: part, files: bundles, jobs: jobsFor(part) })];
}

async function check() {
  const tally = createTally("check");
  console.log("\ncheck");
  for (const one of listChecks()) {
    const { isOk, output } = await runCheck(one);
    show({ kind: isOk ? "passed" : "failed", name: one.name, message: output.trim() }, tally);
  }
  return tally;
}

/** The unit tests wait for half of their time, and share nothing: a file of them runs beside the next. */
function jobsFor(part) {
  return part === "unit" ? 1 + availableParallelism() : 1;
}

async function inNode({ name, files, env, jobs = 1 }) {
  const mocha = path.join(root, "node_modules/mocha/bin/mocha.js");
  const filter = values.grep ? ["--grep", values.grep] : [];
  const args = [
    "--enable-source-maps",
    mocha,
    "--reporter",
    "scripts/test/reporter.cjs",
    "--require",
    "scripts/test/seed.mjs",
    "--timeout",
    "60000",
    ...(jobs > 1 ? ["--parallel", "--jobs", `${jobs}`] : []),
    ...filter,
    ...files,
  ];
  return await runPart({ name, args, env, timeoutMs: 10 * MINUTE, mayBeEmpty: isFiltered });
}

/** The sidebar, driven from outside of a real VS Code, whose window can then be reloaded. */
async function pages(files) {
  await prepareRealModel();
  const { ensureChromium } = await import("./vscode/chromium.mjs");
  ensureChromium();
  const found = [];
  for (const vscode of chosenVSCodes()) {
    // A real model takes minutes, and answers the same whichever VS Code asks.
    const chosen = vscode === "newest" ? files : files.filter((file) => !path.basename(file).startsWith("realModel"));
    if (chosen.length === 0) continue;
    found.push(await inNode({ name: `page ${vscode}`, files: chosen, env: { EUROSCRIBE_TEST_VSCODE: vscode } }));
  }
  return found;
}

function chosenVSCodes() {
  return values.vscode ? [values.vscode] : ["newest", "oldest"];
}

async function integration() {
  await prepareRealModel();
  const found = [];
  for (const name of chosenVSCodes()) {
    const env = {
      EUROSCRIBE_SCREENSHOTS: process.env.EUROSCRIBE_SCREENSHOTS ?? path.join(root, "out/screenshots", name),
      EUROSCRIBE_TEST_GREP: values.grep ?? "",
    };
    const args = ["scripts/vscode/runSuite.mjs", name, bundleFolder("integration")];
    found.push(
      await runPart({ name: `integration ${name}`, args, env, timeoutMs: 20 * MINUTE, mayBeEmpty: isFiltered }),
    );
  }
  return found;
}

/** What the tests with a real model need. Where it can't be had, they fail by themselves, and this says why. */
async function prepareRealModel() {
  try {
    const { ensureEngineRuntime } = await import("./engineRuntime.mjs");
    await ensureEngineRuntime({ onProgress: (sentence) => console.log(sentence) });
    const { prepareTestModel } = await import("./start/prepareModel.mjs");
    await prepareTestModel({ signal: new AbortController().signal });
  } catch (error) {
    console.error(error.message);
  }
}

/** Bundles the tests, and builds the extension for those that run it; esbuild prints what is wrong with them. */
async function buildTests(part) {
  if (part !== "unit") {
    const { done } = spawnTree(process.execPath, ["esbuild.js"], { cwd: root, stdio: "inherit" });
    if ((await done).code !== 0) return undefined;
  }
  const { bundleTests } = await import("./test/bundleTests.mjs");
  return await bundleTests(part, bundleFolder(part), only).catch(() => undefined);
}

/** A folder of this run's own: two runs at once don't tread on each other. */
function bundleFolder(part) {
  return path.join(root, "out", `${part}-${process.pid}`);
}

function unable(part, message) {
  const tally = createTally(part);
  show({ kind: "failed", name: "bundle", message }, tally);
  return tally;
}

function finish(all) {
  const passed = all.reduce((sum, tally) => sum + tally.passed, 0);
  const failures = all.flatMap((tally) => tally.failed.map((name) => `${tally.name}: ${name}`));
  const skipped = all.flatMap((tally) => tally.skipped.map((name) => `${tally.name}: ${name}`));
  const { cases, rows, missing } = countRows(
    all.flatMap(({ passedNames }) => passedNames),
    listRows(readFileSync(path.join(root, "test/checks.md"), "utf8")),
  );
  // A part or a filter leaves rows out; all of it may not.
  const isAll = named.length === 0 && !isFiltered && !values.vscode;
  if (isAll) failures.push(...missing.map((row) => `checks.md: no case of row ${row}`));
  console.log("");
  for (const name of skipped) console.log(`skipped  ${name}`);
  for (const name of failures) console.log(`FAILED   ${name}`);
  if (cases > 0) console.log(`checks.md: ${cases} cases in ${rows.size} rows`);
  if (passed + failures.length === 0) {
    console.log("No test was executed: that is a failure.");
    failures.push("no test");
  }
  console.log(`${passed} passed, ${failures.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  process.exit(failures.length > 0 ? 1 : 0);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}
