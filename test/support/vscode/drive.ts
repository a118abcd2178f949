import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

type Request =
  | { readonly action: "screenshot"; readonly name: string }
  | { readonly action: "press"; readonly key: string }
  | { readonly action: "type"; readonly text: string }
  | { readonly action: "click"; readonly selector: string; readonly timeoutMs: number }
  | { readonly action: "text"; readonly selector: string; readonly timeoutMs: number };

/** Milliseconds beyond what a selector may take to show. */
const DEADLINE = 15_000;

/**
 * True where somebody stands in front of the window that the tests run in. The desktop has no driver: a test that
 * needs one skips itself there (`this.skip()`), and the run names it.
 */
export function hasDriver(): boolean {
  return process.env.EUROSCRIBE_DRIVER === "on";
}

/** Photographs the window. The picture's path; it lies in the folder that EUROSCRIBE_SCREENSHOTS names. */
export async function screenshot(name: string): Promise<string> {
  return await ask({ action: "screenshot", name });
}

/** Presses a key or a chord, in Playwright's names: `Enter`, `Control+Shift+P`. */
export async function press(key: string): Promise<void> {
  await ask({ action: "press", key });
}

/** Puts text in where the cursor is, as an input method would. */
export async function typeText(text: string): Promise<void> {
  await ask({ action: "type", text });
}

/** Clicks the first element that shows and matches, in the workbench or in a webview; waits `timeoutMs` for it. */
export async function click(selector: string, timeoutMs = 10_000): Promise<void> {
  await ask({ action: "click", selector, timeoutMs });
}

/** The text, as it is rendered, of the first element that shows and matches; waits `timeoutMs` for it. */
export async function text(selector: string, timeoutMs = 10_000): Promise<string> {
  return await ask({ action: "text", selector, timeoutMs });
}

/** The other side is scripts/vscode/serveRequests.mjs. */
async function ask(request: Request): Promise<string> {
  const folder = process.env.EUROSCRIBE_SCREENSHOTS;
  if (!hasDriver() || !folder) {
    throw new Error(`This VS Code has no driver, and so nothing can be done by ${request.action}: see hasDriver().`);
  }
  await mkdir(folder, { recursive: true });
  const name = path.join(folder, `req-${process.pid}-${process.hrtime.bigint()}`);
  await writeFile(`${name}.part`, JSON.stringify(request));
  await rename(`${name}.part`, `${name}.json`);
  const answer = await waitFor(`${name}.done`, request);
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.result ?? "";
}

interface Answer {
  readonly result?: string | null;
  readonly error?: string;
}

async function waitFor(file: string, request: Request): Promise<Answer> {
  const timeoutMs = DEADLINE + ("timeoutMs" in request ? request.timeoutMs : 0);
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const found = await readFile(file, "utf8").catch(() => undefined);
    if (found !== undefined) return JSON.parse(found);
    await sleep(30);
  }
  throw new Error(`The window's driver didn't answer to ${request.action} within ${timeoutMs / 1000} s.`);
}
