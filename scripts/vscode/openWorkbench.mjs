import { chromium } from "playwright-core";
import { ensureChromium } from "./chromium.mjs";

/**
 * Opens the server's workbench in a headless Chromium, as VS Code's desktop would open a window.
 *
 * @param {object} options
 * @param {string} options.origin of the server
 * @param {string} options.folder absolute; or a workspace file
 * @param {readonly string[]} options.extensions folders of extensions in development
 * @param {string} [options.tests] the module whose `run` is the test suite
 * @param {(code: number) => void} [options.onExit] called with the suite's exit code
 * @param {{ width: number, height: number }} [options.size] of the window
 * @param {string} [options.language] what extensions are told that VS Code's own words are in; they stay English
 */
export async function openWorkbench({ origin, folder, extensions, tests, onExit, size, language }) {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const context = await browser.newContext({ viewport: size ?? { width: 1280, height: 800 }, locale: "en-US" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  if (language) await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
  const page = await context.newPage();
  if (onExit) await page.exposeFunction("codeAutomationExit", onExit);
  await page.goto(workbenchUrl({ origin, folder, extensions, tests }));
  return { browser, page };
}

function workbenchUrl({ origin, folder, extensions, tests }) {
  const remote = (file) => `vscode-remote://${new URL(origin).host}${file}`;
  const payload = extensions.map((extension) => ["extensionDevelopmentPath", remote(extension)]);
  const kind = folder.endsWith(".code-workspace") ? "workspace" : "folder";
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  return `${origin}/?${new URLSearchParams({ [kind]: folder, payload: JSON.stringify(payload) })}`;
}
