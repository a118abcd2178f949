import path from "node:path";
import { root, vscodeCache } from "../run/root.mjs";
import { spawnTree } from "../run/spawnTree.mjs";

/**
 * VS Code's desktop with the extension in development and a folder open. Settings are kept from one start to the next.
 *
 * @returns {{ stop: () => Promise<void>, ended: Promise<unknown> }}
 */
export function openDesktop({ executable, folder }) {
  const data = path.join(vscodeCache, "start-desktop");
  const args = [
    folder,
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${path.join(data, "user-data")}`,
    `--extensions-dir=${path.join(data, "extensions")}`,
    "--disable-workspace-trust",
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
  const { done, stop } = spawnTree(executable, args, { stdio: "ignore" });
  const stopAndWait = async () => {
    stop();
    await done;
  };
  return { stop: stopAndWait, ended: done };
}
