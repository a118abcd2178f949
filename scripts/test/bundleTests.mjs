import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";
import { root } from "../run/root.mjs";

/**
 * Bundles `test/PART/**.test.ts` to `outdir`, each file for itself, for any Node that the extension runs in.
 *
 * @param {"unit" | "engine" | "package" | "integration" | "page"} part
 * @param {string} outdir
 * @param {readonly string[]} only paths; all tests where it is empty
 * @returns {Promise<readonly string[]>} the bundles
 */
export async function bundleTests(part, outdir, only = []) {
  const folder = path.join(root, "test", part);
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const isChosen = (file) =>
    only.length === 0 || only.some((chosen) => path.resolve(chosen) === path.join(folder, file));
  const tests = files.filter((file) => file.endsWith(".test.ts") && isChosen(file)).toSorted();
  const entries = part === "integration" ? [...tests, "index.ts"] : tests;
  await rm(outdir, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries.map((file) => ({ in: path.join(folder, file), out: file.replace(/\.ts$/, "") })),
    outdir,
    outbase: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // Stack traces name the sources.
    sourcemap: "inline",
    sourcesContent: false,
    external: ["vscode", "esbuild", "@biomejs/biome", "playwright-core", "@vscode/test-electron", "node-llama-cpp"],
    plugins: [mochaAsCommonJs()],
    define: { "import.meta.url": "importMetaUrl" },
    banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: "warning",
  });
  return tests.map((file) => path.join(outdir, file.replace(/\.ts$/, ".cjs")));
}

/** mocha's front is an ES module, which the oldest extension hosts can't `require`; what is behind it isn't. */
function mochaAsCommonJs() {
  return {
    name: "mocha-as-commonjs",
    setup(build) {
      build.onResolve({ filter: /^mocha$/ }, () => ({ path: "mocha/lib/mocha.cjs", external: true }));
    },
  };
}
