import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";
import { root } from "../run/root.mjs";

/** For tests in plain Node: what several of them use is bundled, and loaded, once. */
const MODULES = {
  format: "esm",
  splitting: true,
  outExtension: { ".js": ".mjs" },
  plugins: [undiciWithNames()],
  // A CommonJS package inside an ES module still asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
};

/** For tests inside VS Code, which loads CommonJS. */
const COMMON_JS = {
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  plugins: [mochaAsCommonJs()],
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};

/**
 * Bundles `test/PART/**.test.ts` to `outdir` for any Node that the extension runs in.
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
  const entries = part === "integration" ? [...tests, "index.ts", "shoutingServer.ts"] : tests;
  const options = part === "integration" ? COMMON_JS : MODULES;
  await rm(outdir, { recursive: true, force: true });
  await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: entries.map((file) => ({ in: path.join(folder, file), out: file.replace(/\.ts$/, "") })),
    outdir,
    outbase: folder,
    bundle: true,
    platform: "node",
    target: "node20",
    // The same modules of it as are shipped.
    alias: { yaml: "./node_modules/yaml/browser/dist/index.js" },
    // Stack traces name the sources, which are where they were.
    sourcemap: "inline",
    sourcesContent: false,
    external: [
      "vscode",
      "esbuild",
      "@biomejs/biome",
      "playwright-core",
      "@vscode/test-electron",
      "node-llama-cpp",
      "mocha",
      // The one that scripts/test/seed.mjs tells what to draw.
      ...(part === "integration" ? [] : ["fast-check"]),
    ],
    logLevel: "warning",
  });
  return tests.map((file) => path.join(outdir, file.replace(/\.ts$/, options.outExtension[".js"])));
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

/** A CommonJS package that is imported has no names in an ES module; where it is shipped it has (esbuild.js). */
function undiciWithNames() {
  return {
    name: "undici-with-names",
    setup(build) {
      build.onResolve({ filter: /^undici$/ }, ({ namespace }) =>
        namespace === "named" ? { path: "undici", external: true } : { path: "undici", namespace: "named" },
      );
      build.onLoad({ filter: /^undici$/, namespace: "named" }, () => ({
        contents: 'import undici from "undici"; export const { Agent, EnvHttpProxyAgent, fetch } = undici;',
      }));
    },
  };
}
