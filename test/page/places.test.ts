import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { openSidebar, type SidebarPage } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const { EUROSCRIBE_MODELS } = process.env;

describe("the sidebar where nothing can be sent as things are", function () {
  this.timeout(90_000);
  let models = "";
  let workbench: Workbench;
  let sidebar: SidebarPage;

  before(async () => {
    models = await mkdtemp(path.join(tmpdir(), "euroscribe-no-models-"));
    process.env.EUROSCRIBE_MODELS = models;
    const settings = {
      "euroscribe.endpoints": [
        { name: "Built-in", kind: "builtin", model: "eurollm-1.7b-instruct" },
        { name: "A file of mine", kind: "builtin", model: path.join(models, "mine.gguf") },
      ],
      "euroscribe.taskEndpoints": { correct: "A file of mine", rewrite: "Nobody" },
    };
    workbench = await openWorkbench({ settings, files: {} });
    sidebar = await openSidebar(workbench);
    await sidebar.frame.locator("#text").fill("The library is open every day of the week.");
    await sidebar.frame.locator("#to").fill("suomi");
    await workbench.page.keyboard.press("Enter");
  });
  after(async () => {
    if (EUROSCRIBE_MODELS === undefined) delete process.env.EUROSCRIBE_MODELS;
    else process.env.EUROSCRIBE_MODELS = EUROSCRIBE_MODELS;
    await workbench?.close();
    await rm(models, { recursive: true, force: true, maxRetries: 5 });
  });

  const choose = (task: string) => sidebar.frame.locator(`input[value=${task}]`).check({ force: true });
  const expectUnable = async () =>
    assert.equal(await sidebar.frame.locator("#run").getAttribute("aria-disabled"), "true");

  it("a built-in model that isn't here yet: says so, and downloads it by a button", async () => {
    await sidebar.waitForText(".place .notice", "EuroLLM 1.7B Instruct");
    await expectUnable();
    await sidebar.button("Download Model").click();
    await workbench.command("Notifications: Show Notifications");
    await workbench.page.locator(".notifications-center", { hasText: "EuroLLM 1.7B Instruct" }).waitFor();
    await workbench.command("Notifications: Clear All Notifications");
  });

  it("a file that isn't there: says so, and another endpoint is chosen by a button", async () => {
    await choose("correct");
    await sidebar.waitForText(".place .notice", "mine.gguf");
    await expectUnable();
    await sidebar.button("Choose Endpoint").click();
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "A file of mine" }).first().waitFor();
    await workbench.page.keyboard.press("Escape");
  });

  it("an endpoint that nobody set up: says so, and opens the settings by a button", async () => {
    await choose("rewrite");
    await sidebar.waitForText(".place .notice", "Nobody");
    await expectUnable();
    await sidebar.button("Open Settings").click();
    await workbench.page.locator(".settings-editor").waitFor();
  });
});
