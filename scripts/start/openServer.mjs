import { mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { root, vscodeCache } from "../run/root.mjs";
import { installServer } from "../vscode/installServer.mjs";
import { startServer } from "../vscode/startServer.mjs";

/**
 * VS Code's server with the extension and a folder open, for the user's own browser. Settings are kept from one
 * start to the next.
 *
 * @returns {Promise<{ origin: string, stop: () => Promise<void>, ended: Promise<unknown> }>}
 */
export async function openServer({ folder, port }) {
  await requireFreePort(port);
  const server = await installServer("newest");
  const dataFolder = path.join(vscodeCache, "start");
  const extensions = path.join(dataFolder, "extensions");
  await linkExtension(extensions);
  await writeFirstSettings(path.join(dataFolder, "data/User"));
  const args = [`--default-folder=${folder}`, `--extensions-dir=${extensions}`, "--disable-workspace-trust"];
  return await startServer({ server, dataFolder, port, args, staysUp: true });
}

/** The extension is the repository's folder itself: what is built is what runs after the next reload. */
async function linkExtension(extensions) {
  await mkdir(extensions, { recursive: true });
  // The list of what is installed is made anew from what lies there.
  for (const name of await readdir(extensions)) await rm(path.join(extensions, name), { force: true });
  await symlink(root, path.join(extensions, "euroscribe.euroscribe-development"), "junction");
}

/** The first time the window shows the samples and not VS Code's own welcome; afterwards the settings are the user's. */
async function writeFirstSettings(folder) {
  await mkdir(folder, { recursive: true });
  const settings = { "workbench.startupEditor": "readme", "chat.disableAIFeatures": true };
  const text = `${JSON.stringify(settings, undefined, 2)}\n`;
  await writeFile(path.join(folder, "settings.json"), text, { flag: "wx" }).catch(({ code }) => {
    if (code !== "EEXIST") throw new Error(`VS Code's settings can't be written in ${folder} (${code}).`);
  });
}

function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code }) => {
      const what = code === "EADDRINUSE" ? "is in use" : `can't be used (${code})`;
      reject(new Error(`Port ${port} ${what}. Choose another: npm start -- --port ${port + 1}`));
    });
    probe.listen(port, "127.0.0.1", () => probe.close(resolve));
  });
}
