import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { expectSaved, openSidebar, type SidebarPage, selectFile } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const FAULTY = "Les enfant joue dans le jardin. Ils rit.";
const RIGHT = "Les enfants jouent dans le jardin. Ils rient.";
const BOX = ".corrections input";

describe("the corrections of the sidebar, one by one", function () {
  this.timeout(90_000);
  let server: AnsweringServer;
  let workbench: Workbench;
  let sidebar: SidebarPage;
  let answers: string[] = [];

  before(async () => {
    server = await serveAnswers(() => answers.shift() ?? "");
    const endpoint = { name: "Test server", url: server.url, model: "test-model" };
    const files = { "keys.md": FAULTY, "mouse.md": FAULTY };
    workbench = await openWorkbench({ settings: { "euroscribe.endpoints": [endpoint] }, files });
  });
  beforeEach(() => {
    answers = [RIGHT];
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const correct = async (name: string) => {
    await selectFile(workbench, name);
    sidebar = await openSidebar(workbench);
    await sidebar.waitForText("#origin", name);
    await sidebar.frame.locator("input[value=correct]").check({ force: true });
    await press("Control+Enter");
    await sidebar.waitForText("#kept", "3 of 3");
  };
  const inserted = () => sidebar.frame.locator(".words ins").allTextContents();

  it("by the keyboard: what is left out isn't shown as changed, and isn't put in", async () => {
    await correct("keys.md");
    assert.deepEqual(await sidebar.frame.locator(".corrections li").allTextContents(), [
      "Les deleted: enfantinserted: enfants joue dans le jardin.…Ending or agreement",
      "Les enfant deleted: joueinserted: jouent dans le jardin. Ils…Ending or agreement",
      "…dans le jardin. Ils deleted: ritinserted: rient.Wording",
    ]);
    await sidebar.tabTo(BOX);
    await press("Tab");
    await press("Space");
    await sidebar.waitForText("#kept", "2 of 3");
    assert.deepEqual(await inserted(), ["inserted: enfants", "inserted: rient"]);
    await sidebar.tabTo("button.primary:not(#run)");
    await press("Enter");
    await sidebar.waitForText(".notice.good", "Replaced");
    assert.equal(await sidebar.frame.locator(BOX).first().isDisabled(), true);
    await expectSaved(workbench, "keys.md", "Les enfants joue dans le jardin. Ils rient.");
    await press("Control+Z");
    await expectSaved(workbench, "keys.md", FAULTY);
  });

  it("by the mouse: none, all, and each try with its own", async () => {
    answers = [RIGHT, "Les enfants jouaient dans le jardin. Ils rient."];
    await correct("mouse.md");
    await sidebar.button("Keep None").click();
    await sidebar.waitForText("#kept", "0 of 3");
    assert.deepEqual(await inserted(), []);
    assert.equal(await sidebar.button("Replace Selection").count(), 0, "there is nothing to replace it by");
    await sidebar.frame.locator(BOX).nth(2).click();
    await sidebar.waitForText("#kept", "1 of 3");
    await sidebar.button("Try Again").click();
    await sidebar.waitForText(".tries", "Try 2 of 2");
    await sidebar.waitForText("#kept", "3 of 3");
    await sidebar.button("Earlier Try").click();
    await sidebar.waitForText("#kept", "1 of 3");
    await sidebar.button("Keep All").click();
    await sidebar.waitForText("#kept", "3 of 3");
    await sidebar.frame.locator(BOX).first().click();
    await sidebar.waitForText("#kept", "2 of 3");
    await sidebar.button("Replace Selection").click();
    await sidebar.waitForText(".notice.good", "Replaced");
    await expectSaved(workbench, "mouse.md", "Les enfant jouent dans le jardin. Ils rient.");
  });
});
