import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, it } from "mocha";
import { louder, withProject } from "../../support/cliProject.ts";
import { type FakeServer, startFakeServer } from "../../support/fakeServer/fakeServer.ts";
import { answerWith, textToWorkOn } from "../../support/fakeServer/models.ts";
import type { Script } from "../../support/fakeServer/reply.ts";
import { body, errorReply } from "../../support/fakeServer/wholeReply.ts";
import { withServer } from "./withServer.ts";

describe("the command line: endpoint and memory", () => {
  const opened: FakeServer[] = [];
  afterEach(async () => {
    for (const server of opened.splice(0)) await server.close();
  });

  it("sends nothing twice, overwrites what it made, and only that", async () => {
    await withServer({ "a.md": "ena\n\ndio\n" }, async (project, server) => {
      assert.equal((await project.translate("a.md", "--to", "hu")).exit, 0);
      await project.write("a.md", "dio\n\ntria\n");
      assert.equal((await project.translate("a.md", "--to", "hu")).exit, 0);
      assert.deepEqual([await project.read("a.hu.md"), server.requests.length], ["DIO\n\nTRIA\n", 3]);
      await project.write("a.hu.md", "by hand\n");
      const refused = await project.translate("a.md", "--to", "hu");
      assert.deepEqual([refused.exit, await project.read("a.hu.md")], [2, "by hand\n"]);
      assert.match(refused.err, /a\.hu\.md is there.*--force/u);
      assert.equal((await project.translate("a.md", "--to", "hu", "--force")).exit, 0);
      assert.deepEqual([await project.read("a.hu.md"), server.requests.length], ["DIO\n\nTRIA\n", 3]);
    });
  });

  it("keeps the memory for its owner alone, forgets it on demand, and does without", async () => {
    await withServer({ "a.md": "ena\n" }, async (project, server) => {
      await project.translate("a.md", "--to", "ga");
      const cleared = await project.run(["clear-memory"]);
      const file = cleared.out.replace(/^Deleted |\n$/gu, "");
      assert.equal(cleared.exit, 0);
      await assert.rejects(stat(file), { code: "ENOENT" });
      await project.translate("a.md", "--to", "ga", "--force");
      assert.equal(server.requests.length, 2);
      if (process.platform !== "win32") {
        assert.deepEqual(
          [(await stat(file)).mode & 0o777, (await stat(path.dirname(file))).mode & 0o777],
          [0o600, 0o700],
        );
      }
      await project.run(["clear-memory"]);
      await project.translate("a.md", "--to", "ga", "--force", "--no-memory");
      await assert.rejects(stat(file), { code: "ENOENT" });
    });
  });

  it("stops where the endpoint fails, keeps what it has, and goes on from there", async () => {
    await withServer({ "a.md": "ena\n\ndio\n\ntria\n" }, async (project, server) => {
      server.play([answerWith(louder), errorReply(401, { message: "no" })]);
      const failed = await project.translate("a.md", "--to", "pt-PT");
      assert.equal(failed.exit, 2);
      assert.match(failed.err, /Stopped: the endpoint wants an API key.*nothing of it is sent twice/u);
      assert.deepEqual(await project.list(), ["a.md"]);
      server.play(answerWith(louder));
      const sent = server.requests.length;
      assert.equal((await project.translate("a.md", "--to", "pt-PT")).exit, 0);
      assert.deepEqual(server.requests.slice(sent).map(textToWorkOn), ["dio", "tria"]);
    });
  });

  it("says what is wrong in whole sentences, and what to do", async () => {
    const told: [Script, string][] = [
      [errorReply(400, { message: "no" }), "the endpoint didn't accept the request (HTTP 400)."],
      [
        body("<html>", { headers: { "content-type": "text/html" } }),
        "the endpoint answered with something else than a chat service does (text/html): is a login page in the way?",
      ],
      [
        { status: 302, headers: { location: "javascript:alert(1)" } },
        "the endpoint wanted to send the text on to javascript:, and redirects are never followed: give its own address (HTTP 302).",
      ],
      [
        errorReply(429, { code: "insufficient_quota" }),
        "the quota of your account with the endpoint is used up (HTTP 429).",
      ],
      [
        errorReply(429, { message: "later" }, { "retry-after": "3600" }),
        "the endpoint has had too many requests, and asks to wait for 3600 s (HTTP 429).",
      ],
    ];
    for (const [script, sentence] of told) {
      await withServer(
        { "a.md": "ena\n" },
        async (project) => {
          const { exit, err } = await project.translate("a.md", "--to", "fi", "--no-memory");
          assert.deepEqual([exit, err.split("\n")[0]], [2, `Stopped: ${sentence}`]);
        },
        script,
      );
    }
  });

  it("keeps what is done when it is cancelled", async () => {
    await withServer({ "a.md": "ena\n\ndio\n" }, async (project, server) => {
      const controller = new AbortController();
      server.play([
        answerWith(louder),
        () => {
          controller.abort();
          return { instead: "never" };
        },
      ]);
      const argv = ["translate", "a.md", "--to", "cs", "--endpoint", server.url, "--model", "m"];
      const cancelled = await project.run(argv, controller.signal);
      assert.deepEqual([cancelled.exit, await project.list()], [130, ["a.md"]]);
      server.play(answerWith(louder));
      assert.equal((await project.run(argv)).exit, 0);
      assert.deepEqual(server.requests.map(textToWorkOn), ["ena", "dio", "dio"]);
    });
  });

  it("follows no redirect, and names where it pointed", async () => {
    const elsewhere = await startFakeServer(answerWith(louder));
    opened.push(elsewhere);
    await withServer(
      { "a.md": "ena\n" },
      async (project) => {
        const { exit, err } = await project.translate("a.md", "--to", "ro");
        assert.equal(exit, 2);
        assert.ok(err.includes(elsewhere.origin), err);
        assert.equal(elsewhere.connections(), 0);
      },
      { status: 307, headers: { location: `${elsewhere.url}/chat/completions` } },
    );
  });

  it("takes a key from the environment, and never as an argument", async () => {
    const server = await startFakeServer(answerWith(louder));
    opened.push(server);
    const env = { MY_KEY: "canary-key" };
    await withProject({ files: { "a.md": "ena\n" }, endpoint: server.url, env }, async (project) => {
      const { exit, out, err } = await project.translate("a.md", "--to", "lt", "--key-env", "MY_KEY");
      assert.deepEqual([exit, server.requests[0]?.headers.authorization], [0, "Bearer canary-key"]);
      assert.ok(!`${out}${err}`.includes("canary-key"));
      assert.equal((await project.translate("a.md", "--to", "lt", "--key-env", "NO_SUCH")).exit, 2);
      const refused = await project.translate("a.md", "--to", "lt", "--api-key=secret");
      assert.deepEqual([refused.exit, refused.err.includes("secret")], [2, false]);
    });
  });

  it("keeps the endpoint busy over the borders of documents, the first one first", async () => {
    let running = 0;
    const most: number[] = [];
    const script = async (request: Parameters<ReturnType<typeof answerWith>>[0]) => {
      running += 1;
      most.push(running);
      await new Promise((resolve) => setTimeout(resolve, 15));
      running -= 1;
      return answerWith(louder)(request);
    };
    const files = Object.fromEntries(
      ["a", "b", "c", "d", "e", "f"].map((name) => [`${name}.md`, `${name} ena\n\n${name} dio\n`]),
    );
    await withServer(
      files,
      async (project) => {
        const { exit, out } = await project.translate(".", "--to", "sk", "--concurrency", "3");
        assert.equal(exit, 0);
        assert.equal(Math.max(...most), 3);
        assert.ok(most.filter((count) => count === 1).length <= 5, most.join(" "));
        assert.deepEqual([...out.matchAll(/^(\w)\.md →/gmu)].map(([, name]) => name).toSorted(), [
          "a",
          "b",
          "c",
          "d",
          "e",
          "f",
        ]);
        assert.match(out, /^a\.md →/mu);
      },
      script,
    );
  });
});
