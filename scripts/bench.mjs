// What is measured, as it is shipped: `npm run bench` runs all of it, `npm run bench -- engine --threads 1` (or
// `npm run bench:engine -- --threads 1`) one of it.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { ensureDependencies } from "./run/ensureDependencies.mjs";
import { root } from "./run/root.mjs";
import { onEnd, spawnTree } from "./run/spawnTree.mjs";

/** How each is run: TypeScript is bundled first; a page script is driven in a real VS Code. */
const BENCHES = {
  size: ["bench/bundleSize.mjs"],
  client: ["bench/client.ts"],
  activation: ["scripts/vscode/drive.mjs", "bench/activation.mjs"],
  sidebar: ["bench/sidebar.ts"],
  engine: ["bench/engine.ts"],
  obeying: ["bench/obeying.ts"],
  thread: ["bench/documentThread.ts"],
  documents: ["bench/documents.ts"],
  languages: ["bench/languages.ts"],
};

onEnd();
const [name, ...args] = process.argv.slice(2);
if (name && !(name in BENCHES)) {
  console.error(`There is no bench "${name}": there are ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
await ensureDependencies();
await node(["esbuild.js", "--production"]);
for (const one of name ? [name] : Object.keys(BENCHES)) await bench(one);

async function bench(one) {
  const files = BENCHES[one];
  const missing = files.find((file) => !existsSync(path.join(root, file)));
  console.log(`\n== ${one}${missing ? `: skipped, there is no ${missing}` : ""}`);
  if (missing) return;
  const [first, ...rest] = files;
  if (!first.endsWith(".ts")) return await node([first, ...rest, ...args]);
  const { bundleSource } = await import("./run/bundleSource.mjs");
  const bundle = await bundleSource(first);
  await node([bundle, ...args]);
  await rm(bundle, { force: true });
}

async function node(command) {
  const { code } = await spawnTree(process.execPath, command, { cwd: root, stdio: "inherit" }).done;
  if (code !== 0) process.exitCode = 1;
}
