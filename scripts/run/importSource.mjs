import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { root } from "./root.mjs";

/** Imports a TypeScript module of the repository, such as `src/core/models.ts`, in this process. */
export async function importSource(file) {
  const folder = path.join(root, "out/scripts");
  const outfile = path.join(folder, `${path.basename(file, ".ts")}-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  try {
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: [file],
      outfile,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      external: ["node-llama-cpp"],
      // A CommonJS package inside an ES module still asks for Node's own modules by `require`.
      banner: {
        js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
      },
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}
