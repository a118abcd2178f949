import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { vscodeCache } from "../run/root.mjs";
import { ensureChromium } from "./chromium.mjs";
import { installServer } from "./installServer.mjs";
import { VSCODES } from "./versions.mjs";

const DOWNLOADS = "https://update.code.visualstudio.com/api/releases/stable";

/**
 * A VS Code for @vscode/test-electron's `runTests`: the desktop where it can be downloaded and shown, else the
 * server behind the desktop's command line (standIn.mjs).
 *
 * @param {"newest" | "oldest"} name
 * @returns {Promise<{ executable: string, isDesktop: boolean, description: string }>}
 */
export async function obtainVSCode(name) {
  const { desktop, server } = VSCODES[name];
  const { executable, obstacle } = await obtainDesktop(name);
  if (executable) return { executable, isDesktop: true, description: `VS Code ${desktop}, the desktop` };
  await installServer(name);
  ensureChromium();
  const description = `VS Code's server and web workbench out of ${server} (not the desktop: ${obstacle})`;
  return { executable: await writeLauncher(name), isDesktop: false, description };
}

/**
 * VS Code's desktop, downloaded if it isn't there. Where it can't be had, that is seen within seconds.
 *
 * @param {"newest" | "oldest"} name
 * @returns {Promise<{ executable: string } | { obstacle: string }>}
 */
export async function obtainDesktop(name) {
  const obstacle = await findObstacle();
  if (obstacle !== undefined) return { obstacle };
  const { downloadAndUnzipVSCode } = await import("@vscode/test-electron");
  try {
    const version = VSCODES[name].desktop;
    return { executable: await downloadAndUnzipVSCode({ version, cachePath: vscodeCache, timeout: 15_000 }) };
  } catch (error) {
    return { obstacle: `its download failed, ${error?.message ?? error}` };
  }
}

async function findObstacle() {
  if (process.env.EUROSCRIBE_VSCODE === "server") return "EUROSCRIBE_VSCODE asks for the server";
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY) return "there is no display";
  try {
    await fetch(DOWNLOADS, { method: "HEAD", signal: AbortSignal.timeout(4000) });
    return undefined;
  } catch {
    return "its download can't be reached";
  }
}

async function writeLauncher(name) {
  const standIn = path.join(path.dirname(fileURLToPath(import.meta.url)), "standIn.mjs");
  const isWindows = process.platform === "win32";
  const file = path.join(vscodeCache, isWindows ? `stand-in-${name}.cmd` : `stand-in-${name}`);
  const command = `"${process.execPath}" "${standIn}" --version=${name}`;
  await mkdir(vscodeCache, { recursive: true });
  await writeFile(file, isWindows ? `@${command} %*\r\n` : `#!/bin/sh\nexec ${command} "$@"\n`);
  await chmod(file, 0o755);
  return file;
}
