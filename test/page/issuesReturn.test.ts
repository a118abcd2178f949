import assert from "node:assert/strict";
import { access, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const louder = (text: string) =>
  text.replace(/`[^`]*`|\p{L}{2,}/gu, (found) => (found.startsWith("`") ? found : found.toUpperCase()));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Problem {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

describe("what is to be looked at in a translated document", function () {
  this.timeout(180_000);
  let server: AnsweringServer;
  let workbench: Workbench;
  let base: string;
  let runner: string;
  let turn = 0;

  before(async () => {
    base = await mkdtemp(path.join(tmpdir(), "euroscribe-issues-"));
    runner = path.join(base, "command.json");
    await writeFile(runner, "");
    process.env.EUROSCRIBE_RUNNER = runner;
    const wrong = (text: string) => (text.includes("tria") ? "wrong `y` `z`" : louder(text).replace(/\d/u, "9"));
    server = await serveAnswers((text) => wrong(text));
    workbench = await openWorkbench({
      settings: { "euroscribe.endpoints": [{ name: "Test server", url: server.url, model: "m" }] },
      files: { "a.md": "\ufeffena 3\n\nκαι `x` tria\n\ndio 4\n" },
      extensions: [path.resolve("test/support/vscode/runner")],
    });
    await untilHostIsThere();
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
    delete process.env.EUROSCRIBE_RUNNER;
    await rm(base, { recursive: true, force: true });
  });

  const until = async (what: string, holds: () => Promise<boolean>) => {
    const end = Date.now() + 60_000;
    while (!(await holds())) {
      if (Date.now() > end) assert.fail(`waited for: ${what}`);
      await pause(20);
    }
  };
  const untilHostIsThere = () =>
    until("the extension host", () =>
      access(`${runner}.pid`).then(
        () => true,
        () => false,
      ),
    );
  const ask = async (request: object) => {
    turn += 1;
    await writeFile(`${runner}.part`, JSON.stringify({ ...request, turn }));
    await rename(`${runner}.part`, runner);
    await until("the turn", async () => (await readFile(`${runner}.turn`, "utf8").catch(() => "")) === String(turn));
  };
  const uriOf = (name: string) => pathToFileURL(path.join(workbench.folder, name)).href;
  const readOutput = () => readFile(path.join(workbench.folder, "a.fi.md"), "utf8").catch(() => "");
  const problemsAre = async (expected: readonly (readonly [line: number, code: string])[]) => {
    let found: readonly Problem[] = [];
    const isListed = async () => {
      await ask({ problems: uriOf("a.fi.md") });
      const text = await readFile(`${runner}.problems`, "utf8").catch(() => "[]");
      found = JSON.parse(text || "[]");
      return JSON.stringify(found.map(({ line, code }) => [line, code])) === JSON.stringify(expected);
    };
    await until("the problems", isListed).catch(() => {
      assert.deepEqual(
        found.map(({ line, code }) => [line, code]),
        expected,
      );
    });
    return found;
  };
  const reload = async () => {
    await rm(`${runner}.pid`);
    await workbench.page.reload();
    await untilHostIsThere();
  };

  it("is listed again after the window was reloaded, and can be mended then", async () => {
    await ask({
      command: "euroscribe.translateDocument",
      argument: { languages: ["fi"], from: "mt", uris: [uriOf("a.md")] },
    });
    const all = [
      [0, "numbers"],
      [2, "code"],
      [4, "numbers"],
    ] as const;
    const first = await problemsAre(all);
    assert.match(first[0]?.message ?? "", /missing: 3; added: 9/u);
    const sent = server.requests.length;
    await reload();
    const again = await problemsAre(all);
    // Of what kind it is, but none of the words.
    assert.deepEqual(
      again.map(({ message }) => /\d|wrong/u.test(message)),
      [false, false, false],
    );
    assert.equal(server.requests.length, sent);
    await ask({ fix: "Keep Source", uri: uriOf("a.fi.md"), line: 0 });
    await problemsAre(all.slice(1));
    await until("the file", async () => (await readOutput()) === "\ufeffena 3\n\nκαι `x` tria\n\nDIO 9\n");
    // What was mended and saved stays so, and the rest is known still.
    await reload();
    await problemsAre(all.slice(1));
    await ask({ fix: "Accept As Is", uri: uriOf("a.fi.md"), line: 4 });
    await problemsAre(all.slice(1, 2));
    await reload();
    await problemsAre(all.slice(1, 2));
  });
});
