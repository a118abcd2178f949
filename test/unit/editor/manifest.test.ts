import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { COMMANDS, EXTENSION_ID, SETTINGS } from "../../../src/editor/contributions.ts";

const read = (name: string) => JSON.parse(readFileSync(name, "utf8"));

describe("P2: the manifest", () => {
  const manifest = read("package.json");
  const strings: Record<string, string> = read("package.nls.json");
  const settings: [string, { scope?: string; ignoreSync?: boolean }][] = Object.entries(
    manifest.contributes.configuration.properties,
  );

  it("has the id that others rely on", () => assert.equal(`${manifest.publisher}.${manifest.name}`, EXTENSION_ID));

  it("contributes just the commands that the code registers", () => {
    const contributed: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(contributed.toSorted(), Object.values(COMMANDS).toSorted());
  });

  it("contributes just the settings that the code reads", () => {
    assert.deepEqual(
      settings.map(([key]) => key).toSorted(),
      Object.values(SETTINGS)
        .map((key) => `euroscribe.${key}`)
        .toSorted(),
    );
  });

  it("has the code read settings by these names alone", () => {
    const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => readFileSync(path.join("src", file), "utf8"))
      .filter((text) => text.includes("getConfiguration("));
    assert.ok(sources.length > 3);
    for (const text of sources) {
      assert.deepEqual(text.match(/\bgetConfiguration\((?!"euroscribe"[,)]).*/gu), null);
      assert.deepEqual(text.match(/\.(?:get|inspect|update|has)(?:<[^>]*>)?\(\s*["'`].*/gu), null);
    }
  });

  it("gives each setting a scope", () => {
    for (const [key, { scope }] of settings)
      assert.ok(["application", "resource", "window"].includes(scope ?? ""), key);
  });

  for (const key of ["endpoints", "endpoint", "taskEndpoints"]) {
    it(`keeps ${key} out of workspaces and of settings sync`, () => {
      const [, setting] = settings.find(([name]) => name === `euroscribe.${key}`) ?? [];
      assert.deepEqual([setting?.scope, setting?.ignoreSync], ["application", true]);
    });
  }

  it("lets a workspace decide on styles, and on changes without a review, only where it is trusted", () => {
    const [, styles] = settings.find(([name]) => name === "euroscribe.styles") ?? [];
    assert.equal(styles?.scope, "resource");
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.deepEqual(restrictedConfigurations, ["euroscribe.applyMode", "euroscribe.styles"]);
  });

  it("mentions only commands that exist in its menus and keybindings", () => {
    const { menus, keybindings } = manifest.contributes;
    const used: (string | undefined)[] = [...Object.values<{ command?: string }[]>(menus).flat(), ...keybindings].map(
      ({ command }) => command,
    );
    const known: readonly string[] = Object.values(COMMANDS);
    assert.deepEqual(
      used.filter((command) => command !== undefined && !known.includes(command)),
      [],
    );
  });

  it("has every string in package.nls.json, and no other", () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? "");
    assert.deepEqual([...new Set(used)].toSorted(), Object.keys(strings).toSorted());
  });

  it("uses no proposed API and starts cheaply", () => {
    assert.equal(manifest.enabledApiProposals, undefined);
    assert.deepEqual(manifest.activationEvents, ["onStartupFinished"]);
  });

  it("builds for the oldest VS Code it says it supports", () => {
    assert.equal(manifest.engines.vscode, "^1.99.0");
    assert.match(manifest.devDependencies["@types/vscode"], /^1\.99\.\d+$/);
  });
});
