import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { npm } from "./npm.mjs";
import { root } from "./root.mjs";

/**
 * Runs `npm ci` when node_modules isn't what the lock file says. The copy of the lock file that is left in
 * node_modules is written after npm has ended well: an installation that was cut is done again.
 */
export async function ensureDependencies() {
  const marker = path.join(root, "node_modules/.euroscribe-lock.json");
  const lock = await readFile(path.join(root, "package-lock.json"), "utf8");
  if ((await readFile(marker, "utf8").catch(() => "")) === lock) return;
  if (await isInstalled(JSON.parse(lock))) {
    await writeFile(marker, lock);
    return;
  }
  console.log("Installing the packages of package-lock.json (npm ci) …");
  await npm(["ci"], { cwd: root });
  await writeFile(marker, lock);
}

/** An `npm ci` or `npm install` run by hand leaves npm's own record of what it installed. */
async function isInstalled({ packages }) {
  const record = await readFile(path.join(root, "node_modules/.package-lock.json"), "utf8").catch(() => undefined);
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(packages).every(([name, { version, optional, peer }]) => {
    const isRoot = name === "";
    return isRoot || optional || peer || installed[name]?.version === version;
  });
}
