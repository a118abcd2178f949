import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { expectSaved, findSidebar } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

describe("the sidebar by the mouse alone", function () {
  this.timeout(90_000);
  let server: AnsweringServer;
  let workbench: Workbench;

  before(async () => {
    server = await serveAnswers((text) =>
      text === "The library is open on Monday." ? "Il-librerija tiftaħ nhar it-Tnejn." : "Tiftaħ it-Tnejn.",
    );
    const endpoint = { name: "Test server", url: server.url, model: "test-model" };
    workbench = await openWorkbench({
      settings: { "euroscribe.endpoints": [endpoint] },
      files: { "visit.md": "Visit\n\nThe library is open on Monday.\n" },
    });
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
  });

  it("opens, shows where text would go, translates a selection into Maltese, refines it and replaces it", async () => {
    const { page } = workbench;
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "visit.md" }).dblclick();
    await page.locator(".view-line", { hasText: "The library" }).waitFor();
    await page.locator(".activitybar .action-label[aria-label^=Euroscribe]").click();
    const sidebar = await findSidebar(workbench);
    await sidebar.waitForText(".place", "Test server");
    await sidebar.waitForText("#missing", "Select, type or paste a text first.");
    await page.locator(".view-line", { hasText: "The library" }).click({ clickCount: 3 });
    await sidebar.waitForText("#origin", "Selection in visit.md");
    await sidebar.waitForText("#missing", "Choose a language first.");
    await sidebar.frame.locator("#to").click();
    await sidebar.frame.locator("#to-list .option", { hasText: "Malti" }).click();
    assert.equal(server.requests.length, 0, "nothing is sent before Run");
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText(".words", "Il-librerija tiftaħ nhar it-Tnejn.");
    await sidebar.frame.locator("#refine").click();
    // The user's own words are all that a mouse can't give.
    await page.keyboard.insertText("shorter");
    await sidebar.button("Refine").click();
    await sidebar.waitForText(".words", "Tiftaħ it-Tnejn.");
    await sidebar.button("Replace Selection").click();
    await sidebar.waitForText(".notice.good", "Replaced");
    await page.locator(".view-line", { hasText: "Tiftaħ" }).click();
    await expectSaved(workbench, "visit.md", "Visit\n\nTiftaħ it-Tnejn.\n");
  });
});
