import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { after, before, describe, it } from "mocha";

const run = promisify(execFile);

/** What the package holds. Chunks have names that change with what is in them. */
const FILES = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/CHANGELOG.md",
  "extension/LICENSE.txt",
  "extension/README.md",
  "extension/SECURITY.md",
  "extension/ThirdPartyNotices.txt",
  "extension/dist/*.js",
  "extension/dist/engine/engineProcess.mjs",
  "extension/dist/extension.js",
  "extension/dist/undici.js",
  "extension/dist/webview/main.js",
  "extension/l10n/bundle.l10n.json",
  "extension/media/assistant.png",
  "extension/media/document.png",
  "extension/media/icon.png",
  "extension/media/icon.svg",
  "extension/media/review.png",
  "extension/media/sidebar.css",
  "extension/media/sidebar.svg",
  "extension/media/walkthrough/*.md",
  "extension/package.json",
  "extension/package.nls.json",
];

/** Of those that are in it for certain: one that is loaded late, one of the page, one below another. */
const BUNDLED = ["undici", "preact", "micromark", "yaml", "valibot"];

/** What a file's entry in a zip's directory begins with. */
const ENTRY = Buffer.from([0x50, 0x4b, 1, 2]);

/** Scripts of the repository run as they are, and not as a part of this bundle. */
const importScript = (file: string) => import(pathToFileURL(path.resolve(file)).href);

describe("P5: the VSIX", function () {
  this.timeout(240_000);
  let folder: string;
  let first: Buffer;
  const pack = async (name: string, env: Readonly<Record<string, string>>): Promise<Buffer> => {
    const out = path.join(folder, name);
    const args = ["scripts/package.mjs", "--target", "universal", "--out", out];
    await run(process.execPath, args, { env: { ...process.env, ...env } });
    return readFile(out);
  };

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "euroscribe-package-"));
    first = await pack("first.vsix", { SOURCE_DATE_EPOCH: "1750000000", TZ: "Europe/Sofia" });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("holds what is shipped, and no map, test, secret or source", () => {
    const names = Object.keys(unzipSync(first)).map((name) =>
      name
        .replace(/^(extension\/dist\/)(?!extension|undici)[\w.-]+\.js$/, "$1*.js")
        .replace(/(walkthrough\/)[\w.-]+\.md$/, "$1*.md"),
    );
    assert.deepEqual([...new Set(names)].toSorted(), FILES);
  });

  it("says of each file that it is a plain one, whatever it was packed on", () => {
    const entries: number[] = [];
    for (let at = first.indexOf(ENTRY); at !== -1; at = first.indexOf(ENTRY, at + 1)) entries.push(at);
    const said = new Set(entries.map((at) => `${first[at + 5]} ${(first.readUInt32LE(at + 38) >>> 16).toString(8)}`));
    assert.deepEqual([entries.length, [...said]], [Object.keys(unzipSync(first)).length, ["3 100644"]]);
  });

  it("isn't made for a platform whose engine isn't there", async () => {
    const failed = await run(process.execPath, ["scripts/package.mjs", "--target", "plan9-mips"]).catch(
      (error) => error,
    );
    assert.deepEqual([failed.code, /^The engine can be packed for/.test(failed.stderr)], [2, true]);
  });

  it("holds nothing of the machine that it was made on", () => {
    for (const [name, bytes] of Object.entries(unzipSync(first))) {
      const text = Buffer.from(bytes).toString("latin1");
      for (const trace of [process.cwd(), tmpdir() + path.sep, "sourceMappingURL=data:"]) {
        assert.ok(!text.includes(trace), `${trace} in ${name}`);
      }
    }
  });

  it("names what others wrote of it, each with its licence", () => {
    const { "extension/ThirdPartyNotices.txt": bytes } = unzipSync(first);
    const notices = Buffer.from(bytes ?? [])
      .toString("utf8")
      .split(`\n${"-".repeat(80)}\n`)
      .map((notice) => notice.trim());
    for (const name of BUNDLED) {
      const notice = notices.find((text) => text.startsWith(`${name} `));
      assert.match(notice ?? "", /copyright|permission/i, name);
    }
    const strangers = notices
      .slice(1)
      .filter((notice) => !/^[\w@/.-]+ \d\S* \((?:MIT|ISC|BSD-3-Clause)\)\n/.test(notice));
    assert.deepEqual(strangers, [], "a licence that nobody has looked at");
  });

  it("is made of the same bytes again, wherever and whenever", async () => {
    const second = await pack("second.vsix", { SOURCE_DATE_EPOCH: "1750000000", TZ: "America/Lima", LC_ALL: "C" });
    assert.ok(first.equals(second));
    const other = await pack("other.vsix", { SOURCE_DATE_EPOCH: "1760000000" });
    assert.ok(!first.equals(other));
  });

  it("has a manifest without what only developers need", () => {
    const { "extension/package.json": bytes } = unzipSync(first);
    const manifest = JSON.parse(Buffer.from(bytes ?? []).toString("utf8"));
    assert.deepEqual(
      [manifest.name, manifest.main, manifest.enabledApiProposals],
      ["euroscribe", "./dist/extension.js", undefined],
    );
    assert.deepEqual(
      ["scripts", "devDependencies", "private"].filter((name) => name in manifest),
      [],
    );
  });

  it("is installed by VS Code", async () => {
    const { installServer } = await importScript("scripts/vscode/installServer.mjs");
    const { node, serverMain } = await installServer("newest");
    const places = [
      "--extensions-dir",
      path.join(folder, "extensions"),
      "--server-data-dir",
      path.join(folder, "data"),
    ];
    const common = [serverMain, "--accept-server-license-terms", ...places];
    await run(node, [...common, "--install-extension", path.join(folder, "first.vsix")]);
    const { stdout } = await run(node, [...common, "--list-extensions"]);
    assert.match(stdout, /^euroscribe\.euroscribe$/m);
  });
});
