import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { findFallbackModel } from "../../src/core/models.ts";
import { openSidebar, type SidebarPage } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const ENGLISH = "The **library** opens at 9:30 on working days, and many readers come every day.";
const FAULTY = "Les enfant joue dans le jardin pendant que leur mère prépare le repas pour toute la famille.";
const FRENCH =
  "La commission a examiné hier la proposition de règlement sur la protection des données. Les députés ont demandé que les petites entreprises disposent d'un délai supplémentaire pour s'adapter aux nouvelles obligations. Le vote en séance plénière aura lieu au mois de juin.";
const ANSWERED = 360_000;

/** Each action once, by the keyboard alone. */
describe("the sidebar with a real model inside the extension", function () {
  this.timeout(420_000);
  let workbench: Workbench;
  let sidebar: SidebarPage;
  const detect = createLanguageDetector();

  before(async () => {
    const endpoint = { name: "Built-in", kind: "builtin", model: findFallbackModel()?.id };
    workbench = await openWorkbench({ settings: { "euroscribe.endpoints": [endpoint] }, files: {} });
    sidebar = await openSidebar(workbench);
    await sidebar.waitForText(".place", "Qwen2.5 Coder 1.5B Instruct");
  });
  after(() => workbench?.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const type = (text: string) => workbench.page.keyboard.insertText(text);
  /** Puts the text in and chooses the action with the mouse; the keyboard has its own tests, with no model beside them. */
  const begin = async (text: string, action: string) => {
    await sidebar.tabTo("#text", "Shift+Tab");
    await press("Control+A");
    await type(text);
    await sidebar.frame.locator(`input[name=task][value=${action}]`).check({ force: true });
  };
  /** Runs, and waits for what the run is called when it is done. */
  const answer = async (title: string) => {
    await press("Control+Enter");
    await sidebar.button("Cancel").waitFor();
    await sidebar.button("Cancel").waitFor({ state: "hidden", timeout: ANSWERED });
    await sidebar.waitForText("#answer-title", title);
    await sidebar.frame.locator(".switch input[value=result]").check({ force: true });
    return await sidebar.text(".words");
  };

  it("translates typed text into French, and keeps its number and emphasis", async () => {
    await begin(ENGLISH, "translate");
    await sidebar.waitForText("#text-language", "English (detected)");
    await sidebar.tabTo("#to");
    await type("french");
    await press("Enter");
    const result = await answer("Translation (français)");
    assert.equal(await detect(result), "fr", result);
    assert.match(result, /\*\*\p{L}+\*\*/u);
    assert.match(result, /9[:.,h ]+30/u);
  });

  it("corrects, and lists what it corrected", async () => {
    await begin(FAULTY, "correct");
    const result = await answer("Correction");
    for (const word of ["enfants", "jouent"]) assert.ok(result.includes(word), result);
    assert.match(await sidebar.text(".corrections"), /enfants[\s\S]*jouent/);
  });

  it("rewrites by an own instruction, in the same language", async () => {
    await begin(FRENCH, "rewrite");
    await sidebar.tabTo("#instruction");
    await type("Raccourcis le texte en une seule phrase.");
    const result = await answer("Rewrite");
    assert.notEqual(result.trim(), FRENCH);
    assert.equal(await detect(result), "fr", result);
  });

  it("summarizes in one sentence", async () => {
    await begin(FRENCH, "summarize");
    await sidebar.tabTo("#form");
    // The list of a select is the system's: its keys go to the window, and the first letters choose.
    await workbench.page.keyboard.type("One");
    assert.equal(await sidebar.frame.locator("#form").inputValue(), "sentence");
    const result = await answer("Summary (One sentence)");
    assert.ok(result.length > 20 && result.length < FRENCH.length, result);
    assert.equal(await detect(result), "fr", result);
  });
});
