import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { type AnsweringServer, type Reply, serveAnswers } from "../support/answeringServer.ts";
import { findClipped } from "../support/vscode/fits.ts";
import { openSidebar, type SidebarPage, selectFile } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const PICTURES = process.env.EUROSCRIBE_PICTURES;
const GERMAN =
  "Die Rechtsschutzversicherungsgesellschaften haben die Grundstücksverkehrsgenehmigungszuständigkeit gestern übertragen.";
/** Windows of a side bar that is as narrow as VS Code lets it be, and of one at a zoom of 200 %. */
const SIZES = { narrow: { width: 1280, height: 800 }, "200 %": { width: 640, height: 400 } };

/** German stands for the languages with long words: the labels are nobody's translation, and longer than one would be. */
describe("the sidebar with long words, in a narrow window", function () {
  this.timeout(90_000);
  let server: AnsweringServer;
  let workbench: Workbench;
  let sidebar: SidebarPage;
  let answer: (text: string) => Reply = (text) => text;

  before(async () => {
    if (PICTURES) await mkdir(PICTURES, { recursive: true });
    server = await serveAnswers((text) => answer(text));
    const endpoint = { name: "Textverarbeitungsrechenzentrum", url: server.url, model: "EuroLLM-22B-Instruct-2512" };
    workbench = await openWorkbench({
      settings: { "euroscribe.endpoints": [endpoint] },
      files: { "Rechtsschutzversicherungsbescheid.md": GERMAN },
      translation: { language: "de", file: "test/fixtures/sidebar/bundle.l10n.de.json" },
    });
    sidebar = await openSidebar(workbench);
    await narrow();
  });
  after(async () => {
    server?.release();
    await workbench?.close();
    await server?.close();
  });

  const choose = (task: string) => sidebar.frame.locator(`input[value=${task}]`).check({ force: true });
  /** Draws the side bar as narrow as it becomes. */
  const narrow = async () => {
    const box = await workbench.page.locator(".part.sidebar").boundingBox();
    assert.ok(box);
    await workbench.page.mouse.move(box.x + box.width + 1, 300);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + 200, 300, { steps: 3 });
    await workbench.page.mouse.up();
    assert.ok(((await workbench.page.locator(".part.sidebar").boundingBox())?.width ?? 1000) <= 210);
  };
  const expectFit = async (state: string) => {
    for (const [name, size] of Object.entries(SIZES)) {
      await workbench.page.setViewportSize(size);
      await workbench.page.waitForTimeout(200);
      if (PICTURES) await workbench.page.screenshot({ path: path.join(PICTURES, `narrow-${state}-${name}.png`) });
      assert.deepEqual(await findClipped(sidebar.frame), [], name);
    }
    await workbench.page.setViewportSize(SIZES.narrow);
  };

  it("empty: all of it fits", async () => {
    await sidebar.waitForText("legend", "Vorgehensweise");
    await expectFit("empty");
  });

  it("every action's fields fit", async () => {
    for (const task of ["rewrite", "summarize", "translate"]) {
      await choose(task);
      await expectFit(task);
    }
  });

  it("the list of languages stays inside", async () => {
    await sidebar.frame.locator("#to").click();
    await sidebar.frame.locator("#to-list .option").first().waitFor();
    await expectFit("languages");
    await workbench.page.keyboard.press("Escape");
  });

  it("a correction fits, with its list", async () => {
    answer = (text) => text.replace("gestern", "vorgestern").replace("Die", "Alle");
    await selectFile(workbench, "Rechtsschutzversicherungsbescheid.md");
    sidebar = await openSidebar(workbench);
    await sidebar.waitForText("#origin", "Rechtsschutz");
    await choose("correct");
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText(".corrections", "vorgestern");
    await sidebar.frame.locator(".history summary").click();
    await expectFit("corrected");
  });

  it("moves while an answer is waited for, and not for those who want nothing to move", async () => {
    const count = () => sidebar.frame.evaluate<number>("document.getAnimations().length");
    server.hold();
    await sidebar.frame.locator("#run").click();
    await sidebar.frame.locator(".progress").waitFor();
    assert.equal(await count(), 1);
    await workbench.page.emulateMedia({ reducedMotion: "reduce" });
    assert.equal(await count(), 0);
    await expectFit("running");
    await workbench.page.emulateMedia({ reducedMotion: null });
    await workbench.page.keyboard.press("Escape");
  });
});
