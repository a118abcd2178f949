// Builds what the extension ships: `node esbuild.js [--production] [--watch]`.
// Every dynamic import with a literal path becomes a file of its own in dist/, loaded when it is first needed.
const { existsSync, readdirSync, rmSync } = require("node:fs");
const { mkdir, readFile, writeFile } = require("node:fs/promises");
const { isBuiltin } = require("node:module");
const path = require("node:path");
const esbuild = require("esbuild");

const isProduction = process.argv.includes("--production");
const isWatch = process.argv.includes("--watch");
const root = __dirname;
const dist = path.join(root, "dist");

/** VS Code 1.99 runs extensions on Node 20. */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  // Packages offer their sources twice; the ES modules are the ones of which unused parts can be left out.
  mainFields: ["module", "main"],
  // This one hides its ES modules from Node; in them a sixth is left out.
  alias: { yaml: "./node_modules/yaml/browser/dist/index.js" },
  minify: isProduction,
  legalComments: "none",
  // The names of 24 languages as they are, and not each letter as an escape of six.
  charset: "utf8",
  logLevel: "warning",
  // For the licences of what is shipped.
  metafile: isProduction,
};

const builds = [
  {
    name: "extension",
    entryPoints: {
      extension: "src/extension.ts",
      documentWorker: "src/node/documents/documentWorker.ts",
      ...ifPresent({ cli: "src/cli/main.ts" }),
    },
    options: {
      ...common,
      outdir: dist,
      format: "esm",
      splitting: true,
      entryNames: "[name]",
      chunkNames: "[name]-[hash]",
      external: ["vscode", "node-llama-cpp"],
      write: false,
      sourcemap: isProduction ? false : "inline",
      plugins: [packagesAsFiles(), writeAsCommonJs()],
    },
  },
  {
    name: "engine",
    entryPoints: { engineProcess: "src/engine/engineProcess.ts" },
    options: {
      ...common,
      outdir: path.join(dist, "engine"),
      format: "esm",
      outExtension: { ".js": ".mjs" },
      external: ["node-llama-cpp"],
      sourcemap: isProduction ? false : "inline",
      // A CommonJS package inside an ES module still asks for Node's own modules by `require`.
      banner: {
        js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
      },
    },
  },
  {
    name: "page",
    entryPoints: ifPresent({ main: "src/webview/main.ts" }),
    options: {
      ...common,
      outdir: path.join(dist, "webview"),
      platform: "browser",
      target: "chrome124",
      format: "iife",
      jsx: "automatic",
      jsxImportSource: "preact",
      sourcemap: isProduction ? false : "inline",
    },
  },
];

/** What is shipped of a package that can't be cut by itself: undici's mocks, caches and web sockets are a third of it. */
const PARTS = {
  undici: `
  // What a tunnel through a proxy is asked for by; undici's own front adds it in the same way.
  require("undici/lib/dispatcher/dispatcher").prototype.connect = require("undici/lib/api/api-connect");
  module.exports = {
    Agent: require("undici/lib/dispatcher/agent"),
    EnvHttpProxyAgent: require("undici/lib/dispatcher/env-http-proxy-agent"),
    fetch: require("undici/lib/web/fetch").fetch,
  };`,
};

/**
 * undici carries its HTTP parser twice, in 70 KB each: for processors with SIMD, and for all. That for all is as good
 * where a model writes the answer.
 */
function oneParser() {
  return {
    name: "one-parser",
    setup(build) {
      build.onResolve({ filter: /\/llhttp_simd-wasm\.js$/ }, ({ resolveDir }) => ({
        path: path.join(resolveDir, "../llhttp/llhttp-wasm.js"),
      }));
    },
  };
}

/**
 * `import("undici")` loads dist/undici.js, the package in one CommonJS file: as an ES module made of a CommonJS
 * package it would have a default export and no names.
 */
function packagesAsFiles() {
  return {
    name: "packages-as-files",
    setup(build) {
      const packages = new Map();
      build.onStart(() => packages.clear());
      build.onResolve({ filter: /^[^./]/ }, ({ path: specifier, kind }) => {
        const isShipped = !isBuiltin(specifier) && !build.initialOptions.external?.includes(specifier);
        if (kind !== "dynamic-import" || !isShipped) return undefined;
        const file = `${specifier.replace(/^@/, "").replaceAll("/", "-")}.js`;
        packages.set(file, specifier);
        return { path: `./${file}`, external: true };
      });
      build.onEnd(async (result) => {
        for (const [file, specifier] of packages) {
          const options = { ...common, format: "cjs", write: false, external: ["vscode"], plugins: [oneParser()] };
          const contents = PARTS[specifier] ?? `module.exports = require(${JSON.stringify(specifier)});`;
          const stdin = { contents, resolveDir: root };
          const built = await esbuild.build({ ...options, stdin, outfile: path.join(dist, file) });
          result.outputFiles.push(...built.outputFiles);
          if (result.metafile) Object.assign(result.metafile.outputs, built.metafile.outputs);
        }
      });
    },
  };
}

/**
 * esbuild splits ES modules alone, and VS Code loads CommonJS: so the modules are split first, and each file is
 * then turned into CommonJS. Code that two files need stands in one that both load, so that a class is the same
 * class (`instanceof`) wherever it is used.
 */
function writeAsCommonJs() {
  return {
    name: "write-as-commonjs",
    setup(build) {
      build.onEnd(async (result) => {
        if (result.errors.length > 0) return;
        await mkdir(dist, { recursive: true });
        const written = await Promise.all((result.outputFiles ?? []).map(writeFileAsCommonJs));
        removeStale(new Set(written));
      });
    },
  };
}

async function writeFileAsCommonJs(file) {
  const name = path.relative(dist, file.path);
  const { code } = await esbuild.transform(file.text, {
    format: "cjs",
    platform: "node",
    target: "node20",
    // `import()` becomes `require`: VS Code hands out `vscode` there, and nothing is loaded a second time as an ES module.
    supported: { "dynamic-import": false },
    // Where the program itself lies, for what lies beside it.
    define: { "import.meta.dirname": "__dirname" },
    minify: isProduction,
    charset: "utf8",
    legalComments: "none",
    sourcemap: isProduction ? false : "inline",
    sourcefile: name,
  });
  const current = await readFile(file.path, "utf8").catch(() => undefined);
  if (current !== code) await writeFile(file.path, code);
  return name;
}

/** Chunks carry a hash in their names; those of earlier builds would be shipped along. */
function removeStale(written) {
  for (const name of readdirSync(dist)) {
    if (name.endsWith(".js") && !written.has(name)) rmSync(path.join(dist, name), { force: true });
  }
}

/** The terminal's front door and the page are built once they are there; the rest has to be. */
function ifPresent(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file))));
}

/** Lines that the problem matcher of .vscode/tasks.json waits for. */
function announce(name) {
  return {
    name: "announce",
    setup(build) {
      build.onStart(() => console.log(`[${name}] build started`));
      build.onEnd(({ errors, warnings }) => {
        for (const { text, location } of [...errors, ...warnings]) {
          console.error(`✘ [ERROR] ${text}`);
          if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
        }
        console.log(`[${name}] build finished`);
      });
    },
  };
}

async function run({ name, entryPoints: entries, options }) {
  if (Object.keys(entries).length === 0) return undefined;
  if (!isWatch) return (await esbuild.build({ ...options, entryPoints: entries })).metafile;
  const plugins = [...(options.plugins ?? []), announce(name)];
  const context = await esbuild.context({ ...options, entryPoints: entries, plugins, logLevel: "silent" });
  await context.watch();
  return undefined;
}

/** Names the packages of which anything is in the bundles, for scripts/package/thirdPartyNotices.mjs. */
async function listPackages(metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile?.outputs ?? {}));
  const files = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = files.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  await writeFile(path.join(dist, "packages.json"), JSON.stringify([...new Set(folders)].toSorted()));
}

async function runAll() {
  const metafiles = await Promise.all(builds.map(run));
  if (isProduction) await listPackages(metafiles);
}

runAll().catch((error) => {
  // esbuild has printed what it found; anything else is news.
  if (!Array.isArray(error?.errors)) console.error(error);
  process.exitCode = 1;
});
