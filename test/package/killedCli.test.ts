import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { louder, type Project, withProject } from "../support/cliProject.ts";
import { type FakeServer, startFakeServer } from "../support/fakeServer/fakeServer.ts";
import { answerWith, textToWorkOn } from "../support/fakeServer/models.ts";

const PROGRAM = path.resolve("dist/cli.js");
const PARAGRAPHS = 30;
const DOCUMENTS = ["a.md", "b.md", "c.md"];
const paragraph = (name: string, index: number) => `${name.slice(0, 1)} numru ${index} fil-ktieb`;
const documentOf = (name: string) =>
  Array.from({ length: PARAGRAPHS }, (_, index) => paragraph(name, index)).join("\n\n");

describe("the command line: E9, killed at any point", function () {
  this.timeout(120_000);
  let server: FakeServer;

  beforeEach(async () => {
    server = await startFakeServer(answerWith(louder));
  });
  afterEach(() => server.close());

  function start(
    { folder: cwd, env }: Project,
    url: string,
  ): { readonly child: ChildProcess; readonly exit: Promise<number | null> } {
    const args = ["translate", ".", "--to", "hr", "--endpoint", url, "--model", "m", "--concurrency", "4"];
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: "ignore",
    });
    return { child, exit: new Promise((resolve) => child.once("exit", (code) => resolve(code))) };
  }

  it("leaves nothing half-written, and a later run sends nothing that was answered and kept", async () => {
    const files = Object.fromEntries(DOCUMENTS.map((name) => [name, documentOf(name)]));
    await withProject({ files }, async (project) => {
      let exit: number | null = null;
      let kills = 0;
      /** What was answered, verified and kept, and how many requests there had been by then. */
      const finished = new Map<string, number>();
      // Random points: after so many further requests, and a moment that differs each time.
      while (exit !== 0) {
        const { child, exit: ended } = start(project, server.url);
        const killAt = server.requests.length + 1 + Math.floor(Math.random() * 24);
        const watch = setInterval(() => {
          if (kills >= 10 || server.requests.length < killAt) return;
          setTimeout(() => child.kill("SIGKILL"), Math.random() * 8);
        }, 1);
        exit = await ended;
        clearInterval(watch);
        if (exit !== 0) {
          kills += 1;
          await assertWholeOrMissing(project);
          for (const text of await readMemory(project))
            finished.set(text, finished.get(text) ?? server.requests.length);
        }
        assert.ok(kills <= 10, `it exited with ${exit}`);
      }
      for (const name of DOCUMENTS) {
        assert.equal(await project.read(name.replace(".md", ".hr.md")), louder(documentOf(name)));
      }
      assert.deepEqual(
        (await project.list()).filter((name) => !name.endsWith("-part")),
        [...DOCUMENTS, "a.hr.md", "b.hr.md", "c.hr.md"].toSorted(),
      );
      const again = server.requests.filter(
        (request) => request.index >= (finished.get(textToWorkOn(request)) ?? Infinity),
      );
      assert.deepEqual(again.map(textToWorkOn), []);
      // How far each run comes before its end is the machine's business.
      assert.ok(finished.size > 0 && kills > 0, `${finished.size} were finished when it was killed ${kills} times`);
      const before = server.requests.length;
      const { exit: last } = start(project, server.url);
      assert.deepEqual([await last, server.requests.length], [0, before]);
    });
  });

  async function assertWholeOrMissing(project: Project): Promise<void> {
    for (const name of await project.list()) {
      if (name.endsWith(".hr.md")) {
        assert.equal(await project.read(name), louder(documentOf(name.replace(".hr", ""))), name);
      } else if (DOCUMENTS.includes(name)) assert.equal(await project.read(name), documentOf(name));
    }
  }

  async function readMemory({ env }: Project): Promise<readonly string[]> {
    const memory = path.join(env.EUROSCRIBE_STATE ?? "", "memory");
    const files = (await readdir(memory).catch(() => [])).filter((name) => !name.includes(".outputs."));
    const texts = await Promise.all(files.map((name) => readFile(path.join(memory, name), "utf8")));
    return texts.flatMap((text) => text.split("\n").slice(0, -1)).map((line) => JSON.parse(line).source);
  }

  it("keeps what is done at Ctrl+C, and exits with 130", async () => {
    await withProject({ files: { "a.md": documentOf("a.md") } }, async (project) => {
      const { child, exit } = start(project, server.url);
      while (server.requests.length < 5) await new Promise((resolve) => setTimeout(resolve, 2));
      child.kill("SIGINT");
      assert.equal(await exit, 130);
      const sent = server.requests.length;
      assert.ok(sent < PARAGRAPHS, "it was over before it was cancelled");
      assert.equal(await start(project, server.url).exit, 0);
      assert.ok(server.requests.length <= PARAGRAPHS + 4, `${server.requests.length} were sent in all`);
    });
  });
});
