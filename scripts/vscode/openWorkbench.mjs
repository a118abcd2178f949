import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { ensureChromium } from "./chromium.mjs";

/**
 * Opens the server's workbench in a headless Chromium, as VS Code's desktop would open a window.
 *
 * @param {object} options
 * @param {string} options.origin of the server
 * @param {string} options.folder absolute
 * @param {readonly string[]} options.extensions folders of extensions in development
 * @param {string} [options.tests] the module whose `run` is the test suite
 * @param {string} [options.settingsFile] the user's settings.json
 * @param {(code: number) => void} [options.onExit] called with the suite's exit code
 * @param {{ width: number, height: number }} [options.size] of the window
 */
export async function openWorkbench({ origin, folder, extensions, tests, settingsFile, onExit, size }) {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const context = await browser.newContext({ viewport: size ?? { width: 1280, height: 800 }, locale: "en-US" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  const page = await context.newPage();
  const settings = settingsFile && (await readFile(settingsFile, "utf8").catch(() => undefined));
  if (settings) await writeUserSettings(page, origin, settings);
  if (onExit) await page.exposeFunction("codeAutomationExit", onExit);
  await page.goto(workbenchUrl({ origin, folder, extensions, tests }));
  return { browser, page };
}

function workbenchUrl({ origin, folder, extensions, tests }) {
  const remote = (file) => `vscode-remote://${new URL(origin).host}${file}`;
  const payload = extensions.map((extension) => ["extensionDevelopmentPath", remote(extension)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  return `${origin}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}

/**
 * In the browser the user's settings live in the page's storage. They are put where the workbench will look for
 * them before it starts: the database is VS Code's, by its names (`BrowserMain` in its sources).
 */
async function writeUserSettings(page, origin, settings) {
  await page.goto(`${origin}/version`);
  await page.evaluate(async (text) => {
    const stores = ["vscode-userdata-store", "vscode-logs-store", "vscode-filehandles-store"];
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open("vscode-web-db");
      request.onerror = () => reject(request.error);
      request.onupgradeneeded = () => {
        for (const store of stores) request.result.createObjectStore(store);
      };
      request.onsuccess = () => resolve(request.result);
    });
    await new Promise((resolve, reject) => {
      const transaction = database.transaction(stores[0], "readwrite");
      transaction.objectStore(stores[0]).put(new TextEncoder().encode(text), "/User/settings.json");
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, settings);
}
