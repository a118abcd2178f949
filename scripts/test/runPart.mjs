import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { root } from "../run/root.mjs";
import { spawnTree } from "../run/spawnTree.mjs";
import { followResults } from "./followResults.mjs";

/**
 * Runs a program whose mocha writes results, and shows them as they come. A program that ends before its tests
 * do, or with an error that no test tells of, counts as one failure.
 *
 * @param {object} options
 * @param {string} options.name such as `unit`
 * @param {readonly string[]} options.args of Node
 * @param {number} options.timeoutMs
 * @param {Record<string, string>} [options.env]
 * @param {boolean} [options.mayBeEmpty] a filter may leave nothing of this part
 */
export async function runPart({ name, args, timeoutMs, env, mayBeEmpty = false }) {
  const tally = createTally(name);
  const file = path.join(root, "out/results", `${name.replaceAll(" ", "-")}-${process.pid}.jsonl`);
  await mkdir(path.dirname(file), { recursive: true });
  await rm(file, { force: true });
  console.log(`\n${name}`);
  const results = followResults(file, (event) => show(event, tally));
  const { done } = spawnTree(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, EUROSCRIBE_TEST_RESULTS: file },
    stdio: ["pipe", "inherit", "inherit"],
    timeoutMs,
  });
  const { code, signal, isTimedOut } = await done;
  const hasEnded = await results.finish();
  await rm(file, { force: true });
  const problem = findProblem({ code, signal, isTimedOut, hasEnded, tally, mayBeEmpty });
  if (problem) show({ kind: "failed", name: `${name}: the run itself`, message: problem }, tally);
  return tally;
}

/** What became of a part's tests. */
export function createTally(name) {
  return { name, passed: 0, passedNames: [], failed: [], skipped: [] };
}

function findProblem({ code, signal, isTimedOut, hasEnded, tally, mayBeEmpty }) {
  if (isTimedOut) return "it took too long and was ended";
  if (!hasEnded) return `it ended before its tests did (${signal ?? `exit code ${code}`})`;
  const count = tally.passed + tally.failed.length;
  if (count === 0 && !mayBeEmpty) return "it executed no tests";
  if (code !== 0 && tally.failed.length === 0) return `its tests passed, and it exited with ${signal ?? code}`;
  return undefined;
}

/** Adds one result to the tally and prints it. */
export function show(event, tally) {
  switch (event.kind) {
    case "passed":
      tally.passed += 1;
      tally.passedNames.push(event.name);
      console.log(`  ✔ ${event.name}${event.ms > 1000 ? ` (${(event.ms / 1000).toFixed(1)} s)` : ""}`);
      break;
    case "failed":
      tally.failed.push(event.name);
      console.log(`  ✘ ${event.name}\n${indent(event.message)}`);
      break;
    case "skipped":
      tally.skipped.push(event.name);
      console.log(`  - ${event.name} (skipped)`);
      break;
  }
}

function indent(text) {
  return text.replace(/^/gm, "      ");
}
