import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { openSidebar, type SidebarPage, selectFile } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

/** Keeps from the page what the extension says from now on: VS Code hands messages over by this function. */
const DEAFEN = `
  globalThis.unheard = [];
  globalThis.hear ??= globalThis.postMessage;
  globalThis.postMessage = (data) => unheard.push(JSON.stringify(data));
`;

const FINNISH = "Kirjasto on suljettu kuukauden jokaisena maanantaina.";

describe("what the sidebar sends is what it shows", function () {
  this.timeout(90_000);
  let server: AnsweringServer;
  let other: AnsweringServer;
  let workbench: Workbench;
  let sidebar: SidebarPage;

  before(async () => {
    [server, other] = await Promise.all([serveAnswers(() => FINNISH), serveAnswers(() => FINNISH)]);
    const endpoints = [
      { name: "Test server", url: server.url, model: "test-model" },
      { name: "Other server", url: other.url, model: "test-model" },
    ];
    const files = { "first.md": "This is shown.", "second.md": "The library is closed on every Monday of the month." };
    workbench = await openWorkbench({ settings: { "euroscribe.endpoints": endpoints }, files });
    await show("first.md");
    await sidebar.frame.locator("#to").fill("suomi");
    await workbench.page.keyboard.press("Enter");
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
    await other?.close();
  });

  const show = async (name: string) => {
    await selectFile(workbench, name);
    sidebar = await openSidebar(workbench);
    await sidebar.waitForText("#origin", name);
  };
  const deafen = () => sidebar.frame.evaluate(DEAFEN);
  const until = async (wanted: string) => {
    for (let tries = 0; tries < 100; tries++) {
      if ((await sidebar.frame.evaluate<string>("unheard.join()")).includes(wanted)) return;
      await workbench.page.waitForTimeout(100);
    }
    assert.fail(`The extension didn't say ${wanted}.`);
  };
  const hearAgain = () => sidebar.frame.evaluate("globalThis.postMessage = hear; 0");
  /** A running answer has no views. */
  const answered = async () => {
    await sidebar.frame.locator(".switch").waitFor();
    await sidebar.waitForText(".words", FINNISH);
  };
  const sent = () => [...server.requests, ...other.requests].map(({ messages }) => messages.at(-1)?.content ?? "");

  it("the text: another one than was shown when Run was pressed isn't sent, but shown", async () => {
    await deafen();
    await selectFile(workbench, "second.md");
    await until("second.md");
    // The language is told a moment later: then nothing more is to come.
    await until('"detected":"en"');
    await hearAgain();
    await sidebar.waitForText("#origin", "first.md");
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText("#origin", "second.md");
    assert.deepEqual(sent(), []);
    await sidebar.frame.locator("#run").click();
    await answered();
    assert.match(sent().join(), /\n\nThe library is closed on every Monday of the month\.$/);
  });

  it("E10 the place: to another endpoint than was shown nothing is sent, and it is shown", async () => {
    const { length } = sent();
    await deafen();
    await workbench.command("Euroscribe: Select Endpoint");
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "Other server" }).first().click();
    await until("Other server");
    await hearAgain();
    await sidebar.waitForText(".place", "Test server");
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText(".notice-line", "The endpoint has changed meanwhile.");
    await sidebar.waitForText(".place", "Other server");
    assert.equal(sent().length, length);
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText(".history summary", "(2)");
    await sidebar.button("Cancel").waitFor({ state: "hidden" });
    await answered();
    assert.deepEqual([server.requests.length, other.requests.length], [1, 1]);
  });

  it("a paste that is too long is neither sent nor lost to a selection, until the selection is asked for", async () => {
    const pasted = "ä".repeat(100_001);
    await sidebar.frame.locator("#text").fill(pasted);
    await sidebar.waitForText("#origin", "The text has 100,001 characters");
    await selectFile(workbench, "first.md");
    await sidebar.frame.waitForTimeout(500);
    assert.equal((await sidebar.frame.locator("#text").inputValue()).length, pasted.length);
    assert.equal(await sidebar.frame.locator("#run").getAttribute("aria-disabled"), "true");
    await sidebar.button("Use Selection").click();
    await sidebar.waitForText("#origin", "first.md");
    assert.equal(await sidebar.frame.locator("#text").inputValue(), "This is shown.");
  });
});
