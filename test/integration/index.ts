import { appendFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import Mocha from "mocha";
import * as vscode from "vscode";

const ROOT = path.resolve(__dirname, "../..");

/**
 * What VS Code calls in its extension host to run the tests; it runs as a bundle in out/integration.
 * The results go to the file that EUROSCRIBE_TEST_RESULTS names (scripts/test/reporter.cjs).
 */
export async function run(): Promise<void> {
  // Stack traces name the sources.
  process.setSourceMapsEnabled(true);
  // In a browser VS Code saves by itself after a second: what a test leaves unsaved is to stay so.
  await vscode.workspace.getConfiguration("files").update("autoSave", "off", vscode.ConfigurationTarget.Global);
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 20_000,
    reporter: path.join(ROOT, "scripts/test/reporter.cjs"),
    ...(process.env.EUROSCRIBE_TEST_GREP ? { grep: process.env.EUROSCRIBE_TEST_GREP } : {}),
  });
  const files = await readdir(__dirname, { recursive: true });
  for (const file of files.filter((name) => name.endsWith(".test.cjs")).toSorted()) {
    mocha.addFile(path.join(__dirname, file));
  }
  await mocha.loadFilesAsync().catch(report);
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** A file that can't even be loaded: nobody but us can tell of it, the console isn't seen outside. */
function report(error: unknown): never {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const file = process.env.EUROSCRIBE_TEST_RESULTS;
  if (file) appendFileSync(file, `${JSON.stringify({ kind: "failed", name: "loading the tests", message })}\n`);
  throw error;
}
