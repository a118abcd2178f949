// VS Code's workbench with the extension in development, to drive by hand and to photograph:
//
//   node scripts/vscode/drive.mjs [options] [SCRIPT.mjs]
//     --vscode newest|oldest   which VS Code (newest)
//     --folder DIR             the folder to open (samples)
//     --settings FILE          the user's settings.json
//     --size 1280x800          the window's size in pixels
//     --port N                 the server's port (a free one)
//
// SCRIPT's default export is called with Playwright's `page`, `command(title)` (runs a command by its title in the
// palette) and `shot(file)` (photographs the window), and everything ends with it. Without a SCRIPT the workbench
// stays up, and its address is printed, until Ctrl+C. The extension is the one in dist/: build it first.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { root } from "../run/root.mjs";
import { onEnd } from "../run/spawnTree.mjs";
import { installServer } from "./installServer.mjs";
import { openWorkbench } from "./openWorkbench.mjs";
import { startServer } from "./startServer.mjs";

const { values, positionals } = parseArgs({
  options: {
    vscode: { type: "string", default: "newest" },
    folder: { type: "string", default: path.join(root, "samples") },
    settings: { type: "string" },
    size: { type: "string", default: "1280x800" },
    port: { type: "string" },
  },
  allowPositionals: true,
});

const dataFolder = await mkdtemp(path.join(tmpdir(), "euroscribe-vscode-"));
const server = await startServer({
  server: await installServer(values.vscode),
  dataFolder,
  settingsFile: values.settings,
  args: ["--disable-workspace-trust"],
  ...(values.port && { port: Number(values.port) }),
});
let browser;
const cleanUp = async () => {
  await browser?.close();
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
};
onEnd(cleanUp);
try {
  const [width, height] = values.size.split("x").map(Number);
  const opened = await openWorkbench({
    origin: server.origin,
    folder: path.resolve(values.folder),
    extensions: [root],
    size: { width, height },
  });
  browser = opened.browser;
  await drive(opened.page);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function drive(page) {
  await page.locator(".monaco-workbench .part.statusbar").waitFor();
  const [script] = positionals;
  if (!script) {
    console.log(`The workbench is at ${page.url()}\nCtrl+C ends it.`);
    await server.ended;
    return;
  }
  const { default: run } = await import(pathToFileURL(path.resolve(script)).href);
  const command = async (title) => {
    const input = page.locator(".quick-input-box input").first();
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
    // A window that is busy with its start lets a key fall, and the list is of the commands that were there when it
    // was opened: an extension's may come a moment later.
    for (let tries = 0; tries < 10; tries++) {
      await page.keyboard.press("F1");
      try {
        await input.fill(`>${title}`, { timeout: 3000 });
        return await row.click({ timeout: 3000 });
      } catch {
        await page.keyboard.press("Escape");
      }
    }
    throw new Error(`The palette has no command ${title}.`);
  };
  const shot = async (file) => {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    await page.screenshot({ path: file });
  };
  await run({ page, command, shot });
}
