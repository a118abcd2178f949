import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";
import { spawnTree } from "./spawnTree.mjs";

/** Looked at without running anything: each is a name and the Node script with its arguments. */
export function listChecks() {
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
  const projects = [".", "test", "src/webview"].filter((folder) =>
    existsSync(path.join(root, folder, "tsconfig.json")),
  );
  return [
    ...projects.map((folder) => ({
      name: `types of ${folder === "." ? "src" : folder}`,
      args: [tsc, "--noEmit", "-p", folder],
    })),
    { name: "lint, import rules and format", args: [biome, "check", "--error-on-warnings", "--max-diagnostics=50"] },
  ];
}

/** @returns {Promise<{ isOk: boolean, output: string }>} */
export async function runCheck({ args }) {
  const { child, done } = spawnTree(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const { code } = await done;
  return { isOk: code === 0, output };
}
