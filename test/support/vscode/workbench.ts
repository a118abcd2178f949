import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";

export interface WorkbenchOptions {
  /** The user's, beside those that keep VS Code quiet. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Names and texts of the folder's files. */
  readonly files: Readonly<Record<string, string>>;
  /** Folders of further extensions, which are installed in it. */
  readonly extensions?: readonly string[];
  /** The language of the interface, and the file with what the extension says in it. */
  readonly translation?: { readonly language: string; readonly file: string };
  /** Whether the folder's trust is asked for, and can be given and taken; else the window is trusted. */
  readonly asksForTrust?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** VS Code's workbench with the extension in it, to be driven from outside: it can be reloaded, and shown in any theme. */
export interface Workbench {
  readonly page: Page;
  /** Absolute. */
  readonly folder: string;
  /** Addresses of everything that was asked for since the workbench was opened. */
  readonly requests: readonly string[];
  /** Runs a command by its title in the palette. */
  command(title: string): Promise<void>;
  close(): Promise<void>;
}

interface Server {
  readonly origin: string;
  stop(): Promise<void>;
}

const QUIET = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "telemetry.telemetryLevel": "off",
  "window.dialogStyle": "custom",
  "editor.unicodeHighlight.ambiguousCharacters": false,
};

/** Opens it in the VS Code that EUROSCRIBE_TEST_VSCODE names (`newest` or `oldest`). */
export async function openWorkbench({
  settings,
  files,
  size,
  translation,
  extensions = [],
  asksForTrust = false,
}: WorkbenchOptions): Promise<Workbench> {
  const base = await realpath(await mkdtemp(path.join(tmpdir(), "euroscribe-page-")));
  const folder = path.join(base, "workspace");
  const settingsFile = path.join(base, "data/data/User/settings.json");
  for (const directory of [folder, path.dirname(settingsFile)]) await mkdir(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  await writeFile(settingsFile, JSON.stringify({ ...QUIET, ...settings }));
  const installed = path.join(base, "extensions");
  await mkdir(installed);
  for (const extension of extensions) {
    await cp(extension, path.join(installed, path.basename(extension)), { recursive: true });
  }
  const { installServer } = await script("installServer.mjs");
  const { startServer } = await script("startServer.mjs");
  const { openWorkbench: open } = await script("openWorkbench.mjs");
  const server: Server = await startServer({
    server: await installServer(process.env.EUROSCRIBE_TEST_VSCODE ?? "newest"),
    dataFolder: path.join(base, "data"),
    args: [...(asksForTrust ? [] : ["--disable-workspace-trust"]), `--extensions-dir=${installed}`],
  });
  const { browser, page }: { browser: Browser; page: Page } = await open({
    origin: server.origin,
    folder,
    extensions: [translation ? await translate(base, translation) : process.cwd()],
    size,
    language: translation?.language,
  });
  const requests: string[] = [];
  page.context().on("request", (request) => requests.push(request.url()));
  await page.locator(".monaco-workbench .part.statusbar").waitFor();
  const close = async () => {
    await browser.close();
    await server.stop();
    await rm(base, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, folder, requests, command: (title) => runCommand(page, title), close };
}

async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator(".quick-input-box input").first();
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
  for (let tries = 0; ; tries++) {
    await page.keyboard.press("F1");
    // The list is of what was there when it was opened: an extension may come a moment later. It closes when
    // something else takes the focus. Enter would take the first row, also of a list that isn't filtered yet.
    const isDone = await input
      .fill(`>${title}`, { timeout: 3000 })
      .then(() => row.click({ timeout: 3000 }))
      .then(
        () => true,
        () => false,
      );
    if (isDone) break;
    if (tries === 10) throw new Error(`The palette has no command ${title}.`);
    await page.keyboard.press("Escape");
  }
  await row.waitFor({ state: "hidden" });
  // Where the row was the pointer would rest on what it had covered, and call up its hover over something else.
  await page.mouse.move(1, 1);
}

/** The extension in a folder of its own, with the translation in it. */
async function translate(base: string, { language, file }: Required<WorkbenchOptions>["translation"]): Promise<string> {
  const copy = path.join(base, "translated");
  for (const name of ["package.json", "package.nls.json", "media", "dist"])
    await cp(name, path.join(copy, name), { recursive: true });
  await cp(file, path.join(copy, "l10n", `bundle.l10n.${language}.json`));
  return copy;
}

/** The scripts find their own folders, and so are loaded where they lie. */
function script(name: string) {
  return import(pathToFileURL(path.resolve("scripts/vscode", name)).href);
}
