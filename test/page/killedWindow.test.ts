import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { HostRunner, readOr, untilTrue, uriOf } from "../support/vscode/hostRunner.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const NAMES = ["a.md", "b.md"];
const PARAGRAPHS = 40;
/** After so many interruptions it may come to its end. */
const MOST = 5;
const sourceOf = (name: string) =>
  Array.from({ length: PARAGRAPHS }, (_, index) => `${name.slice(0, 1)} numru ${index} fil-ktieb`).join("\n\n");
const louder = (text: string) => text.replace(/\p{L}{2,}/gu, (word) => word.toUpperCase());
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("E9: a document run in a window that goes away", function () {
  this.timeout(180_000);
  let server: AnsweringServer;
  let workbench: Workbench;
  let runner: HostRunner;

  before(async () => {
    runner = await HostRunner.create();
  });
  afterEach(async () => {
    await workbench?.close();
    await server?.close();
  });
  after(() => runner?.dispose());

  const outputOf = (name: string) => readOr(path.join(workbench.folder, name.replace(".md", ".hr.md")));

  /** What the memory holds on disk by now. */
  const readMemory = async (): Promise<readonly string[]> => {
    const data = path.join(workbench.folder, "../data");
    const files = (await readdir(data, { recursive: true })).filter((name) =>
      name.endsWith("translation-memory.jsonl"),
    );
    const texts = await Promise.all(files.map((name) => readFile(path.join(data, name), "utf8")));
    return texts.flatMap((text) => text.split("\n").slice(0, -1)).map((line) => JSON.parse(line).source);
  };

  /** What becomes of the window; `host` is the number of the extension host's process. */
  const goAway: Readonly<Record<string, (host: number) => Promise<unknown>>> = {
    "the window reloaded": () => workbench.page.reload(),
    "the extension host killed": async (host) => {
      process.kill(host, "SIGKILL");
      await workbench.page.reload();
    },
  };
  for (const [how, leave] of Object.entries(goAway)) {
    it(`${how} at any point: nothing is half-written, and nothing that was kept is sent again`, async () => {
      server = await serveAnswers(louder, { delayMs: 15 });
      const endpoint = { name: "Test server", url: server.url, model: "m", concurrency: 3 };
      await runner.forgetHost();
      workbench = await openWorkbench({
        settings: { "euroscribe.endpoints": [endpoint] },
        files: Object.fromEntries(NAMES.map((name) => [name, sourceOf(name)])),
        extensions: [runner.extension],
      });
      await runner.untilHostIsThere();
      /** What was kept, and how many requests there had been by then. */
      const kept = new Map<string, number>();
      const isDone = async () => (await Promise.all(NAMES.map(outputOf))).every((text) => text !== undefined);
      const uris = NAMES.map((name) => uriOf(workbench.folder, name));
      const argument = { languages: ["hr"], from: "mt", uris };
      await runner.ask({ command: "euroscribe.translateDocument", argument });
      for (let times = 0; times < MOST && !(await isDone()); times += 1) {
        const goal = server.requests.length + 2 + Math.floor(Math.random() * 14);
        await untilTrue("requests", async () => server.requests.length >= goal || (await isDone()));
        await pause(Math.random() * 20);
        const host = Number(await runner.host());
        await runner.forgetHost();
        await leave(host);
        await runner.untilHostIsThere();
        // What the old host still had under way has come or is lost.
        await pause(200);
        for (const text of await readMemory()) kept.set(text, kept.get(text) ?? server.requests.length);
        for (const name of NAMES) {
          assert.equal(await readFile(path.join(workbench.folder, name), "utf8"), sourceOf(name), "the source");
          const output = await outputOf(name);
          assert.ok(output === undefined || output === louder(sourceOf(name)), `${name} is whole or missing`);
        }
        await runner.ask({ command: "euroscribe.resumeTranslation" });
      }
      await untilTrue("all translations", isDone);
      for (const name of NAMES) assert.equal(await outputOf(name), louder(sourceOf(name)));
      const again = server.requests
        .map(({ messages }) => messages.at(-1)?.content.replace(/^[\s\S]*?\n\n/u, "") ?? "")
        .filter((text, index) => index >= (kept.get(text) ?? Number.POSITIVE_INFINITY));
      assert.deepEqual(again, []);
      assert.ok(kept.size > 0, "something was kept before the end");
      const left = (await readdir(workbench.folder)).filter((name) => !name.endsWith("-part"));
      assert.deepEqual(left.toSorted(), ["a.hr.md", "a.md", "b.hr.md", "b.md"]);
    });
  }
});
