import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { before, describe, it } from "mocha";

/** Scripts of the repository run as they are, and not as a part of this bundle. */
const importScript = (name: string) => import(pathToFileURL(path.resolve("scripts/package", name)).href);

describe("P5: which files are shipped", () => {
  let isShipped: (file: string, options: { readonly hasEngine: boolean }) => boolean;

  before(async () => {
    ({ isShipped } = await importScript("listFiles.mjs"));
  });

  const module = "dist/engine/node_modules/x";
  const never: readonly string[] = [
    ".env",
    "CONTRIBUTING.md",
    "package-lock.json",
    "l10n/.env",
    "l10n/draft.json",
    "media/.env",
    "media/icon.svg.map",
    "media/sketch.psd",
    "media/walkthrough/notes.txt",
    "dist/extension.js.map",
    "dist/packages.json",
    "dist/.env",
    "dist/engine/engineProcess.mjs.map",
    "dist/webview/main.js.map",
    "src/extension.ts",
    "test/checks.md",
    `${module}/index.js.map`,
    `${module}/index.d.ts`,
    `${module}/index.d.mts`,
    `${module}/src/index.ts`,
    `${module}/tsconfig.tsbuildinfo`,
    `${module}/test/basic.js`,
    `${module}/docs/guide.md`,
    `${module}/.github/workflows.yml`,
    `${module}/.npmignore`,
    "dist/engine/node_modules/.bin/x",
    "dist/engine/node_modules/.euroscribe-stamp.json",
  ];
  for (const file of never) {
    it(`${file}: never`, () => {
      assert.deepEqual([isShipped(file, { hasEngine: true }), isShipped(file, { hasEngine: false })], [false, false]);
    });
  }

  it("the engine's packages: where the package has the engine alone", () => {
    for (const file of [`${module}/index.js`, `${module}/bins/llama.node`, `${module}/LICENSE`])
      assert.deepEqual([isShipped(file, { hasEngine: true }), isShipped(file, { hasEngine: false })], [true, false]);
  });
});

describe("P5: the licences of what is shipped", () => {
  let noticeOf: (directory: string) => Promise<string>;

  before(async () => {
    ({ noticeOf } = await importScript("thirdPartyNotices.mjs"));
  });

  const noticeWith = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = await mkdtemp(path.join(tmpdir(), "euroscribe-notice-"));
    try {
      const manifest = JSON.stringify({ name: "x", version: "1.0.0", license: "MIT" });
      for (const [name, text] of Object.entries({ ...files, "package.json": manifest }))
        await writeFile(path.join(folder, name), text);
      return await noticeOf(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it("are told as their authors word them, and whatever else they ask to be passed on", async () => {
    const notice = await noticeWith({ NOTICE: "by x\r\nand y\n", LICENSE: "Permission\n", "licenses.js": "no" });
    assert.equal(notice, "x 1.0.0 (MIT)\n\nPermission\n\nby x\nand y");
  });

  it("of a package that comes without one: it isn't shipped", async () => {
    await assert.rejects(noticeWith({ "README.md": "MIT" }), /x 1\.0\.0 comes without its licence's text/);
  });
});

describe("P5: what a package says of itself", () => {
  let contentTypes: (files: readonly string[]) => string;
  let vsixManifest: (options: {
    readonly manifest: unknown;
    readonly strings: unknown;
    readonly target?: string;
  }) => string;
  let packageTime: (epoch?: string) => Date;

  before(async () => {
    ({ contentTypes, vsixManifest } = await importScript("vsixManifest.mjs"));
    ({ packageTime } = await importScript("packageTime.mjs"));
  });

  const manifest = {
    name: "euroscribe",
    version: "1.0.0",
    publisher: "e",
    displayName: "%displayName%",
    description: "%description%",
    engines: { vscode: "^1.99.0" },
    extensionKind: ["ui"],
    repository: { url: "https://example.eu/?a=1&b=2" },
    icon: "media/icon.png",
    keywords: ['"><x>'],
    categories: ["AI"],
  };
  const strings = { displayName: "Euroscribe", description: "<b> & 'more'" };

  it("in the user's words, and as text", () => {
    const xml = vsixManifest({ manifest, strings });
    assert.match(xml, /<DisplayName>Euroscribe<\/DisplayName>/);
    assert.match(xml, /<Description xml:space="preserve">&#60;b&#62; &#38; &#39;more&#39;<\/Description>/);
    assert.match(xml, /Links\.Source" Value="https:\/\/example\.eu\/\?a=1&#38;b=2"/);
    assert.match(xml, /<Tags>&#34;&#62;&#60;x&#62;<\/Tags>/);
  });

  it("the platform that it is for, where it isn't for all", () => {
    assert.match(vsixManifest({ manifest, strings, target: "linux-x64" }), / TargetPlatform="linux-x64"/);
    assert.doesNotMatch(vsixManifest({ manifest, strings }), /TargetPlatform/);
  });

  it("the type of each file by the end of its name, once", () => {
    const types = [
      ...contentTypes(["a.js", "b.js", "c.node", "LICENSE"]).matchAll(/Extension="(.+?)" ContentType="(.+?)"/g),
    ];
    assert.deepEqual(
      types.map(([, end, type]) => `${end} ${type}`),
      [
        ".js application/javascript",
        ".json application/json",
        ".node application/octet-stream",
        ".txt text/plain",
        ".vsixmanifest text/xml",
      ],
    );
  });

  it("the time of its sources, from 1980 on", () => {
    const times = ["1750000000", "0", undefined].map((epoch) => packageTime(epoch).toISOString());
    assert.deepEqual(times, ["2025-06-15T15:06:40.000Z", "1980-01-01T00:00:00.000Z", "1980-01-01T00:00:00.000Z"]);
    for (const epoch of ["-1", "1.5", "yesterday", "1e99"])
      assert.throws(() => packageTime(epoch), /SOURCE_DATE_EPOCH/);
  });
});
