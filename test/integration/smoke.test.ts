import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { hasDriver, press, screenshot, text } from "../support/vscode/drive.ts";

describe("the extension in VS Code", () => {
  it("is there and activates", async () => {
    const extension = vscode.extensions.getExtension("euroscribe.euroscribe");
    assert.ok(extension, "euroscribe.euroscribe isn't installed");
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});

describe("the driver of the window", () => {
  it("presses keys, reads the page and photographs it", async function () {
    if (!hasDriver()) this.skip();
    await press("F1");
    assert.ok((await text(".quick-input-widget .quick-input-list")).length > 0);
    const picture = await readFile(await screenshot("palette"));
    assert.equal(picture.subarray(1, 4).toString("latin1"), "PNG");
    await press("Escape");
  });

  it("says what it can't find", async function () {
    if (!hasDriver()) this.skip();
    await assert.rejects(
      text(".there-is-no-such-element", 500),
      /Nothing that shows matches \.there-is-no-such-element/,
    );
  });
});
