import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { openSidebar, type SidebarPage } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const TYPED = "Canary: η βιβλιοθήκη είναι ανοιχτή.";

/** Everything that VS Code has stored in the browser for the workspace. */
const STORED = `(async () => {
  const settle = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith("vscode-web-state-db")) continue;
    const database = await settle(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      found.push(...(await settle(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  return found.join();
})()`;

describe("what the sidebar keeps", function () {
  this.timeout(90_000);
  let server: AnsweringServer;
  let workbench: Workbench;
  let sidebar: SidebarPage;

  before(async () => {
    server = await serveAnswers(() => "Kirjasto on auki joka päivä yhdeksästä kahdeksaan.");
    const endpoint = { name: "Test server", url: server.url, model: "test-model" };
    workbench = await openWorkbench({ settings: { "euroscribe.endpoints": [endpoint] }, files: { "a.md": "a" } });
    sidebar = await openSidebar(workbench);
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
  });

  const hide = async () => {
    await workbench.command("View: Show Explorer");
    await workbench.page.locator(".explorer-folders-view").waitFor();
  };

  /** Waits until VS Code has it in its storage: the desktop does when its window goes, a browser's window can't wait. */
  const written = async (text: string) => {
    for (let tries = 0; tries < 100; tries++) {
      if ((await workbench.page.evaluate<string>(STORED)).includes(text)) return;
      await workbench.page.waitForTimeout(100);
    }
    assert.fail(`VS Code didn't store ${text}.`);
  };

  it("hidden and shown: text, choices, and an answer that came meanwhile", async () => {
    await sidebar.frame.locator("#text").fill(TYPED);
    await sidebar.frame.locator("#to").fill("suo");
    await workbench.page.keyboard.press("Enter");
    server.hold();
    await workbench.page.keyboard.press("Control+Enter");
    await sidebar.button("Cancel").waitFor();
    await hide();
    server.release();
    sidebar = await openSidebar(workbench);
    await sidebar.waitForText(".words", "Kirjasto on auki joka päivä yhdeksästä kahdeksaan.");
    assert.equal(await sidebar.frame.locator("#text").inputValue(), TYPED);
    assert.equal(await sidebar.frame.locator("#to").inputValue(), "suomi · Finnish");
  });

  it("the window reloaded: the choices, and no word of the text or of an answer", async () => {
    await sidebar.frame.locator("input[value=summarize]").check({ force: true });
    await sidebar.frame.locator("#form").selectOption("title");
    await hide();
    await written('"form":"title"');
    await workbench.page.reload();
    await workbench.page.locator(".monaco-workbench .part.statusbar").waitFor();
    sidebar = await openSidebar(workbench);
    assert.equal(await sidebar.frame.locator("input[value=summarize]").isChecked(), true);
    assert.equal(await sidebar.frame.locator("#form").inputValue(), "title");
    assert.equal(await sidebar.frame.locator("#text").inputValue(), "");
    assert.equal(await sidebar.frame.locator(".answer").count(), 0);
    assert.equal(await sidebar.frame.locator(".history").count(), 0);
    await sidebar.frame.locator("input[value=translate]").check({ force: true });
    assert.equal(await sidebar.frame.locator("#to").inputValue(), "suomi · Finnish");
  });

  it("moved to the other side bar: text, choices and answer, and what is typed there is heard", async () => {
    await sidebar.frame.locator("#text").fill(TYPED);
    await workbench.page.keyboard.press("Control+Enter");
    await sidebar.waitForText(".words", "Kirjasto on auki joka päivä yhdeksästä kahdeksaan.");
    await workbench.command("View: Move View");
    for (const row of ["Writing Assistant", "New Secondary Side Bar Entry"])
      await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first().click();
    for (let tries = 0; tries < 100 && !sidebar.frame.isDetached(); tries++) await workbench.page.waitForTimeout(100);
    sidebar = await openSidebar(workbench);
    await workbench.page.locator(".part.auxiliarybar", { hasText: "Euroscribe" }).waitFor();
    await sidebar.waitForText(".words", "Kirjasto on auki joka päivä yhdeksästä kahdeksaan.");
    assert.equal(await sidebar.frame.locator("#text").inputValue(), TYPED);
    await sidebar.frame.locator("#text").fill("Das wird in der anderen Seitenleiste getippt.");
    await sidebar.waitForText("#text-language", "Deutsch (detected)");
  });
});
