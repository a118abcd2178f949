import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import { type AnsweringServer, type Reply, serveAnswers } from "../support/answeringServer.ts";
import { clickEditor, expectSaved, openSidebar, type SidebarPage, selectFile } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const FILES = {
  "visit.md": "The library is open on Monday.",
  "letter.txt": "She go home. They was late.",
  "report.md": "The vote was on Monday. Nobody knew why. It was in the newspaper on the next day.",
  "edited.md": "Nobody has changed this yet.",
  "prices.md": "A card costs 5 euro.\n\nSee [prices](https://library.example.eu/prices) for more.",
  "long.md": `${"Η βιβλιοθήκη είναι ανοιχτή κάθε μέρα. ".repeat(40)}`,
};

describe("the sidebar", function () {
  this.timeout(90_000);
  let server: AnsweringServer;
  let workbench: Workbench;
  let sidebar: SidebarPage;
  let answer: (text: string) => Reply = (text) => text;

  before(async () => {
    server = await serveAnswers((text) => answer(text));
    const endpoint = { name: "Test server", url: server.url, model: "test-model" };
    workbench = await openWorkbench({ settings: { "euroscribe.endpoints": [endpoint] }, files: FILES });
  });
  afterEach(async function () {
    server.release();
    if (this.currentTest?.isFailed())
      await workbench.page.screenshot({ path: `out/screenshots/failed-${Date.now()}.png` });
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
  });

  const select = async (name: string) => {
    await selectFile(workbench, name);
    sidebar = await openSidebar(workbench);
    await sidebar.waitForText("#origin", name);
  };
  const choose = (task: string) => sidebar.frame.locator(`input[value=${task}]`).check({ force: true });
  const press = (key: string) => workbench.page.keyboard.press(key);

  it("translates a selection into Maltese, refines it and replaces it, by the keyboard alone", async () => {
    answer = (text) =>
      text === "The library is open on Monday." ? "Il-librerija tiftaħ nhar it-Tnejn." : "Tiftaħ it-Tnejn.";
    await select("visit.md");
    assert.match(await sidebar.text(".place"), /Test server\s*test-model · http:\/\/127\.0\.0\.1:\d+ · on /);
    await sidebar.tabTo("#text");
    await sidebar.tabTo("#to");
    await workbench.page.keyboard.type("malt");
    await press("Enter");
    await sidebar.tabTo("#run");
    assert.equal(server.requests.length, 0, "nothing is sent before Run");
    await press("Enter");
    await sidebar.waitForText(".words", "Il-librerija tiftaħ nhar it-Tnejn.");
    assert.equal(await sidebar.frame.locator(".words").first().getAttribute("lang"), "mt");
    await sidebar.tabTo("#refine");
    await workbench.page.keyboard.type("shorter");
    await press("Enter");
    await sidebar.waitForText(".words", "Tiftaħ it-Tnejn.");
    const [, refined] = server.requests;
    assert.match(
      refined?.messages.at(-1)?.content ?? "",
      /^[^\n]*shorter[^\n]*\n\nIl-librerija tiftaħ nhar it-Tnejn\.$/,
    );
    assert.match(refined?.messages[1]?.content ?? "", /\n\nThe library is open on Monday\.$/);
    await sidebar.tabTo("button.primary:not(#run)", "Shift+Tab");
    await press("Enter");
    await sidebar.waitForText(".notice.good", "Replaced");
    await expectSaved(workbench, "visit.md", "Tiftaħ it-Tnejn.");
    await press("Control+Z");
    await expectSaved(workbench, "visit.md", FILES["visit.md"]);
  });

  it("corrects, tells insertions and deletions by their elements, and replaces with the mouse", async () => {
    answer = () => "She goes home. They were late.";
    await select("letter.txt");
    await choose("correct");
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText("ins", "goes");
    assert.deepEqual(await sidebar.frame.locator(".words del").allTextContents(), ["deleted: go", "deleted: was"]);
    assert.deepEqual(await sidebar.frame.locator(".words ins").allTextContents(), ["inserted: goes", "inserted: were"]);
    await sidebar.button("Replace Selection").click();
    await sidebar.waitForText(".notice.good", "Replaced");
    await expectSaved(workbench, "letter.txt", "She goes home. They were late.");
  });

  it("rewrites by an own instruction, shows what moved whole, and goes back to the earlier try", async () => {
    answer = () => "Nobody knew why. The vote was on Monday. It was in the newspaper on the next day.";
    await select("report.md");
    await choose("rewrite");
    await sidebar.frame.locator("#style").selectOption("custom");
    await sidebar.frame.locator("#run[aria-disabled=true]").waitFor();
    await sidebar.frame.locator("#instruction").fill("the main thing first");
    await press("Control+Enter");
    await sidebar.waitForText("ins.movedTo", "The vote was on Monday.");
    assert.match(server.requests.at(-1)?.messages.at(-1)?.content ?? "", /the main thing first/);
    answer = () => "The vote was on Monday. The newspaper told of it.";
    await sidebar.button("Try Again").click();
    await sidebar.waitForText(".tries", "Try 2 of 2");
    assert.equal(server.requests.at(-1)?.temperature, 0.7);
    await sidebar.button("Earlier Try").click();
    await sidebar.waitForText(".tries", "Try 1 of 2");
    await sidebar.waitForText("ins.movedTo", "The vote was on Monday.");
  });

  it("summarizes typed text, which can be copied and opened beside, and replaces nothing", async () => {
    answer = () => "- The vote was on Monday.";
    await sidebar.frame.locator("#text").fill("The vote, of which nobody knew why, was on Monday.");
    await choose("summarize");
    await press("Control+Enter");
    await sidebar.waitForText(".words", "- The vote was on Monday.");
    assert.equal(await sidebar.button("Replace Selection").count(), 0);
    await sidebar.button("Open Beside").click();
    await workbench.page.locator(".editor-group-container.active .view-line", { hasText: "The vote was" }).waitFor();
    await workbench.command("View: Revert and Close Editor");
    await sidebar.button("Clear Text").click();
  });

  it("chooses the action by the arrow keys, round and back", async () => {
    await select("visit.md");
    await choose("translate");
    await sidebar.tabTo("#text", "Shift+Tab");
    await sidebar.tabTo("input[name=task]");
    for (const task of ["correct", "rewrite", "summarize", "translate"]) {
      await press("ArrowRight");
      await sidebar.frame.locator(`input[name=task][value=${task}]:checked:focus`).waitFor({ state: "attached" });
    }
  });

  it("cancels by Escape, and marks what had arrived as incomplete", async () => {
    server.hold();
    answer = () => "Die Bibliothek ist jeden Tag geöffnet.";
    await select("long.md");
    await choose("rewrite");
    await sidebar.frame.locator("#style").selectOption("clearer");
    await sidebar.frame.locator("#text").focus();
    await press("Control+Enter");
    await sidebar.button("Cancel").waitFor();
    await press("Escape");
    await sidebar.waitForText(".notice", "Cancelled.");
    server.release();
    assert.equal(await sidebar.text("#run"), "Rewrite");
  });

  it("says what failed with a button for what to do, which does it", async () => {
    answer = () => ({ status: 500 });
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText(".notice.error", "Test server");
    answer = () => "Η βιβλιοθήκη ανοίγει κάθε μέρα.";
    await sidebar.button("Try Again").click();
    await sidebar.waitForText(".words", "Η βιβλιοθήκη ανοίγει κάθε μέρα.");
  });

  it("runs once, and to its end, where Run is clicked twice", async () => {
    const { length } = server.requests;
    server.hold();
    await sidebar.frame.locator("#run").dblclick();
    await sidebar.waitForText(".history summary", "(7)");
    await sidebar.button("Cancel").waitFor();
    server.release();
    await sidebar.frame.locator(".switch").waitFor();
    await sidebar.waitForText(".words", "Η βιβλιοθήκη ανοίγει κάθε μέρα.");
    assert.equal(server.requests.length, length + 1);
  });

  it("keeps an answer that was cut off apart from a result", async () => {
    answer = () => ({ text: "Η βιβλιοθήκη ανοίγει κάθε", cutAfter: 20 });
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText(".partial", "Η βιβλιοθήκη");
    assert.equal(await sidebar.button("Replace Selection").count(), 0);
    await sidebar.waitForText(".answer", "Incomplete");
  });

  it("says what the check found beside its place", async () => {
    answer = (text) => text.replace("5 euro", "6 euro").replace("A card", "One card");
    await select("prices.md");
    await choose("correct");
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText(".words .findings", "Numbers differ (missing: 5; added: 6).");
    assert.match(await sidebar.text(".words > div:first-child"), /6 euro[\s\S]*Numbers differ/);
  });

  it("E1 refuses to replace what was edited meanwhile, says so, and offers the copy", async () => {
    answer = () => "Nobody has changed it yet.";
    await select("edited.md");
    await choose("correct");
    await sidebar.frame.locator("#run").click();
    await sidebar.button("Replace Selection").waitFor();
    await clickEditor(workbench);
    await press("Control+Home");
    await workbench.page.keyboard.type("Oh! ");
    assert.equal(await sidebar.button("Replace Selection").count(), 1, "an edit before it moves it");
    await press("Control+End");
    await press("Backspace");
    await sidebar.waitForText(".notice", "The text was edited meanwhile");
    assert.equal(await sidebar.button("Replace Selection").count(), 0);
    await sidebar.button("Copy").click();
    await sidebar.waitForText(".notice-line", "Copied.");
    assert.equal(await workbench.page.evaluate("navigator.clipboard.readText()"), "Nobody has changed it yet.");
  });

  it("hears its keys alone: they neither accept nor reject a review that is open, whose own keys work there", async () => {
    answer = (text) => text.toUpperCase();
    await select("letter.txt");
    await workbench.command("Euroscribe: Correct Selection");
    await workbench.page.locator(".tab.active", { hasText: "Correction" }).waitFor();
    sidebar = await openSidebar(workbench);
    await sidebar.frame.locator("#text").fill("She goes home. They were late");
    await press("Control+Enter");
    await press("Control+Backspace");
    await workbench.page.waitForTimeout(500);
    await workbench.page.locator(".tab.active", { hasText: "Correction" }).waitFor();
    assert.equal(await sidebar.frame.locator("#text").inputValue(), "She goes home. They were ");
    await clickEditor(workbench, ".modified");
    await press("Control+Enter");
    await workbench.page.locator(".tab.active", { hasText: "letter.txt" }).waitFor();
    await expectSaved(workbench, "letter.txt", "SHE GOES HOME. THEY WERE LATE.");
  });

  it("lists the runs of the session, shows one again, and forgets them all by a button", async () => {
    sidebar = await openSidebar(workbench);
    await sidebar.frame.locator(".history summary").click();
    await sidebar.frame.locator(".history .row", { hasText: "Translation (Malti)" }).click();
    await sidebar.waitForText("#answer-title", "Translation (Malti)");
    await sidebar.button("Clear History").click();
    await sidebar.frame.locator(".history").waitFor({ state: "detached" });
    await sidebar.waitForText(".empty", "Nothing is sent before you run an action.");
    await sidebar.button("Show How It Works").click();
    await workbench.page.locator(".gettingStartedContainer", { hasText: "See where your text goes" }).waitFor();
  });
});
