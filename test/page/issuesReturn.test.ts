import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { hashBytes } from "../../src/node/memory/outputRecord.ts";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { HostRunner, readOr, untilTrue, uriOf } from "../support/vscode/hostRunner.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

const louder = (text: string) =>
  text.replace(/`[^`]*`|\p{L}{2,}/gu, (found) => (found.startsWith("`") ? found : found.toUpperCase()));

interface Problem {
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly string[];
}

describe("what is to be looked at in a translated document", function () {
  this.timeout(180_000);
  let server: AnsweringServer;
  let workbench: Workbench;
  let runner: HostRunner;

  before(async () => {
    runner = await HostRunner.create();
    const wrong = (text: string) => (text.includes("tria") ? "wrong `y` `z`" : louder(text).replace(/\d/u, "9"));
    server = await serveAnswers((text) => wrong(text));
    workbench = await openWorkbench({
      settings: { "euroscribe.endpoints": [{ name: "Test server", url: server.url, model: "m" }] },
      files: {
        "a.md": "\ufeffena 3\n\nκαι `x` tria\n\ndio 4\n",
        "b.md": "\ufeffena 3\n\nκαι `x` tria\n\nalpha 4\n",
      },
      extensions: [runner.extension],
    });
    await runner.untilHostIsThere();
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
    await runner?.dispose();
  });

  const ask = async (request: Parameters<HostRunner["ask"]>[0]) => {
    await runner.ask(request);
    await runner.untilTaken();
  };
  /** The document at hand. */
  let name = "";
  const translate = async (one: string) => {
    name = one;
    const uris = [uriOf(workbench.folder, `${name}.md`)];
    await ask({ command: "euroscribe.translateDocument", argument: { languages: ["fi"], from: "mt", uris } });
  };
  const translation = () => uriOf(workbench.folder, `${name}.fi.md`);
  const readOutput = () => readOr(path.join(workbench.folder, `${name}.fi.md`));
  const problemsAre = async (expected: readonly (readonly [line: number, code: string])[]) => {
    let found: readonly Problem[] = [];
    const isListed = async () => {
      await ask({ problems: translation() });
      found = JSON.parse(await runner.readProblems());
      // In a new window what is listed may come before the fixes.
      if (found.some(({ fixes }) => fixes.length === 0)) return false;
      return JSON.stringify(found.map(({ line, code }) => [line, code])) === JSON.stringify(expected);
    };
    await untilTrue("the problems", isListed).catch(() => {
      assert.deepEqual(
        found.map(({ line, code }) => [line, code]),
        expected,
      );
    });
    return found;
  };
  /** Whether the next window will know of so many, in the file as it is. */
  const areKept = async (count: number) => {
    const data = path.join(workbench.folder, "../data");
    const file = (await readdir(data, { recursive: true })).find((one) => one.endsWith("issues.jsonl"));
    const lines = (file && (await readOr(path.join(data, file)))?.split("\n").slice(0, -1)) || [];
    const { issues, outputHash } = JSON.parse(lines.at(-1) ?? "{}");
    return (
      issues?.length === count && outputHash === hashBytes(await readFile(path.join(workbench.folder, `${name}.fi.md`)))
    );
  };
  const reload = async (kept: number) => {
    await untilTrue("what is kept", () => areKept(kept));
    await runner.forgetHost();
    await workbench.page.reload();
    await runner.untilHostIsThere();
  };

  it("is listed again after the window was reloaded, and can be mended then", async () => {
    await translate("a");
    const all = [
      [0, "numbers"],
      [2, "code"],
      [4, "numbers"],
    ] as const;
    const first = await problemsAre(all);
    assert.match(first[0]?.message ?? "", /missing: 3; added: 9/u);
    const everyFix = ["Translate Again", "Keep Source", "Accept As Is"];
    assert.deepEqual(first[1]?.fixes, everyFix);
    const sent = server.requests.length;
    await reload(3);
    const again = await problemsAre(all);
    // Of what kind it is, but none of the words.
    assert.deepEqual(
      again.map(({ message }) => /\d|wrong/u.test(message)),
      [false, false, false],
    );
    // Nor the answer that could be accepted.
    assert.deepEqual(
      again.map(({ fixes }) => fixes),
      [everyFix, everyFix.slice(0, 2), everyFix],
    );
    assert.equal(server.requests.length, sent);
    await ask({ fix: "Keep Source", uri: translation(), line: 0 });
    await problemsAre(all.slice(1));
    await untilTrue("the file", async () => (await readOutput()) === "\ufeffena 3\n\nκαι `x` tria\n\nDIO 9\n");
    // What was mended and saved stays so, and the rest is known still.
    await reload(2);
    await problemsAre(all.slice(1));
    await ask({ fix: "Accept As Is", uri: translation(), line: 4 });
    await problemsAre(all.slice(1, 2));
    await reload(1);
    await problemsAre(all.slice(1, 2));
  });

  it("is listed again where its own source still is in the source, though that was changed", async () => {
    await translate("b");
    await problemsAre([
      [0, "numbers"],
      [2, "code"],
      [4, "numbers"],
    ]);
    await untilTrue("what is kept", () => areKept(3));
    await writeFile(path.join(workbench.folder, "b.md"), "\ufeffnovum\n\nκαι `x` tria\n\nalpha 5\n\nena 3\n");
    await reload(3);
    await problemsAre([
      [0, "numbers"],
      [2, "code"],
    ]);
    await ask({ fix: "Keep Source", uri: translation(), line: 0 });
    await problemsAre([[2, "code"]]);
    await untilTrue("the file", async () => (await readOutput()) === "\ufeffena 3\n\nκαι `x` tria\n\nALPHA 9\n");
  });
});
