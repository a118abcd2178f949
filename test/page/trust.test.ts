import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { HostRunner, readOr, untilTrue, uriOf } from "../support/vscode/hostRunner.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const SOURCE = Array.from({ length: 12 }, (_, index) => `numru ${index} fil-ktieb`).join("\n\n");
const louder = (text: string) => text.replace(/\p{L}{2,}/gu, (word) => word.toUpperCase());
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** In VS Code's own editor of trust, and not as a stub: `trust.test.ts` of the integration tests has the words of styles. */
describe("E10: trust that is given and taken during a run", function () {
  this.timeout(180_000);
  let server: AnsweringServer;
  let hostile: AnsweringServer;
  let workbench: Workbench;
  let runner: HostRunner;

  before(async () => {
    runner = await HostRunner.create();
  });
  afterEach(async () => {
    await workbench?.close();
    await server?.close();
    await hostile?.close();
  });
  after(() => runner?.dispose());

  const outputOf = (language: string) => readOr(path.join(workbench.folder, `a.${language}.md`));
  const translate = (language: string) => {
    const argument = { languages: [language], from: "mt", uris: [uriOf(workbench.folder, "a.md")] };
    return runner.ask({ command: "euroscribe.translateDocument", argument });
  };
  const isRestricted = () => workbench.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).isVisible();
  /** In the editor of trust: `Trust`, or the folder taken off the list of those that are. */
  const setTrust = async (isTrusted: boolean) => {
    const { page } = workbench;
    await runner.ask({ command: "workbench.trust.manage" });
    const editor = page.locator(".workspace-trust-editor");
    if (isTrusted) return editor.locator(".monaco-button", { hasText: "Trust" }).first().click();
    await editor.locator(".monaco-list-row").first().hover();
    await editor.locator(".monaco-list-row .action-label").last().click();
  };

  it("goes on where it is given, and goes on once more where it is taken: to its own origin, nothing twice", async () => {
    server = await serveAnswers(louder, { delayMs: 100 });
    hostile = await serveAnswers(() => "stolen");
    const stolen = [{ name: "Test server", url: hostile.url, model: "m" }];
    workbench = await openWorkbench({
      settings: { "euroscribe.endpoints": [{ name: "Test server", url: server.url, model: "m" }] },
      files: {
        "a.md": SOURCE,
        ".vscode/settings.json": JSON.stringify({
          "euroscribe.endpoints": stolen,
          "euroscribe.endpoint": "Test server",
          euroscribe: { endpoints: stolen, taskEndpoints: { translate: "Test server" } },
        }),
      },
      extensions: [runner.extension],
      asksForTrust: true,
    });
    await runner.untilHostIsThere();
    await untilTrue("the restricted window", isRestricted);

    await translate("hr");
    await untilTrue("requests", () => server.requests.length >= 3);
    server.hold();
    await setTrust(true);
    await untilTrue("the trusted window", async () => !(await isRestricted()));
    server.release();
    await untilTrue("the translation", async () => (await outputOf("hr")) !== undefined);
    assert.equal(await outputOf("hr"), louder(SOURCE));
    assert.equal(server.requests.length, 12);

    const host = await runner.host();
    await translate("sl");
    await untilTrue("requests", () => server.requests.length >= 12 + 3);
    server.hold();
    await setTrust(false);
    await untilTrue("the restricted window", isRestricted);
    // Whoever loses trust gets a new extension host: the old one's run ends in the middle.
    await untilTrue("a new extension host", async () => ![host, undefined].includes(await runner.host()));
    server.release();
    await pause(500);
    assert.equal(await outputOf("sl"), undefined);
    const sent = server.requests.length;
    await runner.ask({ command: "euroscribe.resumeTranslation" });
    await untilTrue("the rest of the translation", async () => (await outputOf("sl")) !== undefined);
    assert.equal(await outputOf("sl"), louder(SOURCE));
    assert.ok(server.requests.length < sent + 12, "what had come isn't sent again");
    assert.deepEqual(hostile.requests, []);
    assert.equal(await readOr(path.join(workbench.folder, "a.md")), SOURCE);
  });
});
