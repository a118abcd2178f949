import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { findFallbackModel } from "../../src/core/models.ts";
import { openSidebar } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const ENGLISH = "The **library** opens at 9:30 on working days, and many readers come every day.";

describe("the sidebar with a real model inside the extension", function () {
  this.timeout(420_000);
  let workbench: Workbench;

  before(async () => {
    const endpoint = { name: "Built-in", kind: "builtin", model: findFallbackModel()?.id };
    workbench = await openWorkbench({ settings: { "euroscribe.endpoints": [endpoint] }, files: {} });
  });
  after(() => workbench?.close());

  it("translates typed text into French by the keyboard, and keeps its number and emphasis", async () => {
    const sidebar = await openSidebar(workbench);
    await sidebar.waitForText(".place", "Qwen2.5 Coder 1.5B Instruct");
    await sidebar.tabTo("#text");
    await workbench.page.keyboard.insertText(ENGLISH);
    await sidebar.waitForText("#text-language", "English (detected)");
    await sidebar.tabTo("#to");
    await workbench.page.keyboard.type("french");
    await workbench.page.keyboard.press("Enter");
    await workbench.page.keyboard.press("Control+Enter");
    await sidebar.frame.locator(".switch").waitFor({ timeout: 360_000 });
    const result = await sidebar.text(".words");
    assert.equal(await createLanguageDetector()(result), "fr", result);
    assert.match(result, /\*\*\p{L}+\*\*/u);
    assert.match(result, /9[:.,h ]+30/u);
  });
});
