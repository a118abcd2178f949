import assert from "node:assert/strict";
import esbuild from "esbuild";
import { before, describe, it } from "mocha";

/** What reads a whole text, however long, and takes its time with it. */
const READS_WHOLE_TEXTS = [
  "src/core/document/planDocument.ts",
  "src/core/document/translateDocument.ts",
  "src/core/document/translateBlocks.ts",
  "src/core/document/rebuildDocument.ts",
  "src/core/document/links/linkTranslations.ts",
  "src/core/document/links/rewriteLinks.ts",
];

describe("what the extension host runs", function () {
  this.timeout(30_000);
  let host: readonly string[];
  let worker: readonly string[];

  before(async () => {
    host = await modulesOf("src/extension.ts");
    worker = await modulesOf("src/node/documents/documentWorker.ts");
  });

  for (const module of READS_WHOLE_TEXTS) {
    it(`has no ${module}, which is the worker's`, () => {
      assert.ok(worker.includes(module), "the worker has none either");
      assert.ok(!host.includes(module));
    });
  }
});

/** All that is bundled with an entry, loaded at once or later; what is imported for its types alone isn't. */
async function modulesOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: "dist",
    platform: "node",
    external: ["vscode", "node-llama-cpp"],
    packages: "external",
    metafile: true,
    write: false,
  });
  return Object.keys(metafile.inputs);
}
