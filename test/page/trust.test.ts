import assert from "node:assert/strict";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { after, afterEach, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
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
  let base: string;
  let runner: string;
  let turn = 0;

  before(async () => {
    base = await mkdtemp(path.join(tmpdir(), "euroscribe-trust-"));
    runner = path.join(base, "command.json");
    await writeFile(runner, "");
    process.env.EUROSCRIBE_RUNNER = runner;
  });
  afterEach(async () => {
    await workbench?.close();
    await server?.close();
    await hostile?.close();
  });
  after(async () => {
    delete process.env.EUROSCRIBE_RUNNER;
    await rm(base, { recursive: true, force: true });
  });

  const untilTrue = async (what: string, holds: () => Promise<boolean> | boolean) => {
    const end = Date.now() + 60_000;
    while (!(await holds())) {
      if (Date.now() > end) assert.fail(`waited for: ${what}`);
      await pause(20);
    }
  };
  const readOr = (file: string) => readFile(file, "utf8").catch(() => undefined);
  const execute = async (command: string, argument?: object) => {
    turn += 1;
    await writeFile(`${runner}.part`, JSON.stringify({ command, argument, turn }));
    await rename(`${runner}.part`, runner);
  };
  const outputOf = (language: string) => readOr(path.join(workbench.folder, `a.${language}.md`));
  const translate = (language: string) => {
    // The extension host knows the folder of its own machine as files.
    const uris = [pathToFileURL(path.join(workbench.folder, "a.md")).href];
    return execute("euroscribe.translateDocument", { languages: [language], from: "mt", uris });
  };
  const isRestricted = () => workbench.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).isVisible();
  /** In the editor of trust: `Trust`, or the folder taken off the list of those that are. */
  const setTrust = async (isTrusted: boolean) => {
    const { page } = workbench;
    await execute("workbench.trust.manage");
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
      extensions: [path.resolve("test/support/vscode/runner")],
      asksForTrust: true,
    });
    await untilTrue("the extension host", async () => (await readOr(`${runner}.pid`)) !== undefined);
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

    const host = await readOr(`${runner}.pid`);
    await translate("sl");
    await untilTrue("requests", () => server.requests.length >= 12 + 3);
    server.hold();
    await setTrust(false);
    await untilTrue("the restricted window", isRestricted);
    // Whoever loses trust gets a new extension host: the old one's run ends in the middle.
    await untilTrue("a new extension host", async () => ![host, undefined].includes(await readOr(`${runner}.pid`)));
    server.release();
    await pause(500);
    assert.equal(await outputOf("sl"), undefined);
    const sent = server.requests.length;
    await execute("euroscribe.resumeTranslation");
    await untilTrue("the rest of the translation", async () => (await outputOf("sl")) !== undefined);
    assert.equal(await outputOf("sl"), louder(SOURCE));
    assert.ok(server.requests.length < sent + 12, "what had come isn't sent again");
    assert.deepEqual(hostile.requests, []);
    assert.equal(await readOr(path.join(workbench.folder, "a.md")), SOURCE);
  });
});
