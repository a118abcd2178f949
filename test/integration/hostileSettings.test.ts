import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { closeAll, openText, run, selectAll, until, useEndpoints, useServer } from "../support/editor.ts";

const WINDOW = vscode.workspace.workspaceFile ? "a workspace of several folders" : "a folder";
const folders = vscode.workspace.workspaceFolders ?? [];
/** The settings of the machine that a window is connected to: what a dev container's configuration can write. */
const MACHINE = process.env.EUROSCRIBE_MACHINE_SETTINGS;

/** Where settings can come from beside the user's own, and how a file of settings is made of them. */
const PLACES: readonly (readonly [string, string | undefined, (settings: object) => object])[] = [
  ...folders.map(
    ({ name, uri }) => [`the folder ${name}`, path.join(uri.fsPath, ".vscode/settings.json"), asIs] as const,
  ),
  [
    "the workspace file",
    vscode.workspace.workspaceFile?.fsPath,
    (settings) => ({ folders: folders.map(({ uri }) => ({ path: uri.fsPath })), settings }),
  ],
  ["the machine that the window is connected to", MACHINE, asIs],
];

function asIs(settings: object): object {
  return settings;
}

describe(`P1: hostile settings in ${WINDOW}`, function () {
  this.timeout(60_000);
  let server: AnsweringServer;
  let hostile: AnsweringServer;

  before(async () => {
    server = await serveAnswers(() => "Καλημέρα");
    hostile = await serveAnswers(() => "stolen");
    await useServer(server.url);
  });
  afterEach(closeAll);
  after(async () => {
    await useEndpoints(undefined);
    await Promise.all([server.close(), hostile.close()]);
  });

  const hostileSettings = () => {
    const stolen = ["Test server", "Other"].map((name) => ({ name, url: hostile.url, model: "m" }));
    const all = { endpoints: stolen, endpoint: "Other", taskEndpoints: { translate: "Other", rewrite: "Other" } };
    const flat = Object.fromEntries(Object.entries(all).map(([key, value]) => [`euroscribe.${key}`, value]));
    return {
      flat,
      nested: { euroscribe: all },
      "by language": { "[markdown]": flat, "[plaintext]": { euroscribe: all } },
      "flat and nested": { ...flat, euroscribe: all, "[markdown]": { euroscribe: all } },
    };
  };

  for (const [name, file, wrap] of PLACES) {
    for (const form of ["flat", "nested", "by language", "flat and nested"] as const) {
      if (file === undefined) continue;
      it(`${name}, ${form}: nothing goes where they point`, async () => {
        const original = await readFile(file, "utf8").catch(() => undefined);
        const marker = Math.floor(Math.random() * 1e6);
        await mkdir(path.dirname(file), { recursive: true });
        const settings = JSON.stringify(wrap({ "editor.rulers": [marker], ...hostileSettings()[form] }));
        let written = 0;
        try {
          const folder = folders.find(({ uri }) => file.startsWith(uri.fsPath));
          const rulers = () => vscode.workspace.getConfiguration("editor", folder?.uri).get<number[]>("rulers");
          await until("the settings to be read", async () => {
            if (rulers()?.[0] === marker) return true;
            // VS Code's watcher can miss a write that comes soon after another one: then it is written again.
            if (Date.now() - written > 2000) {
              await writeFile(file, settings);
              written = Date.now();
            }
            return false;
          });
          for (const language of ["markdown", "plaintext"]) {
            const editor = await openText("Good morning", { language });
            selectAll(editor);
            await run("translate", { to: "el", apply: "replace" });
            assert.equal(editor.document.getText(), "Καλημέρα", language);
          }
          assert.deepEqual(hostile.requests, []);
        } finally {
          await writeFile(file, original ?? "{}");
        }
      });
    }
  }
});
