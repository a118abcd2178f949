import { mkdir } from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";
import { root } from "./root.mjs";

/**
 * Bundles a TypeScript module of the repository to an ES module for Node.
 *
 * @returns {Promise<string>} the bundle, in a folder that is thrown away at will
 */
export async function bundleSource(file) {
  const folder = path.join(root, "out/scripts");
  const outfile = path.join(folder, `${path.basename(file, ".ts")}-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: ["node-llama-cpp", "esbuild", "playwright-core"],
    // A CommonJS package inside an ES module still asks for Node's own modules by `require`.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  return outfile;
}
