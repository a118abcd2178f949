import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { closeAll, notificationsOf, openText, run, select, until, useEndpoints, useServer } from "../support/editor.ts";

const TEXT = "alpha bravo charlie\ndelta echo foxtrot\n";

describe("T17, E1: two runs on one document that end in the same moment", function () {
  this.timeout(60_000);
  let server: AnsweringServer;

  before(async () => {
    server = await serveAnswers((text) => text.toUpperCase());
    await useServer(server.url, { concurrency: 2 });
  });
  afterEach(closeAll);
  after(async () => {
    await useEndpoints(undefined);
    await server.close();
  });

  /** Starts a run for each list of words, lets all answers come at once, and gives the document's text. */
  const runAtOnce = async (...runs: readonly (readonly string[])[]) => {
    const editor = await openText(TEXT, { language: "plaintext" });
    server.hold();
    const running: Thenable<unknown>[] = [];
    for (const words of runs) {
      const count = server.requests.length;
      select(editor, ...words);
      running.push(run("rewrite", { style: "formal", apply: "replace" }));
      await until("the request to arrive", () => server.requests.length > count);
    }
    server.release();
    await Promise.all(running);
    return editor.document.getText();
  };

  it("over the same word: one of them is put in, and the other one isn't", async () => {
    await notificationsOf(async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        const text = await runAtOnce(["alpha", "delta"], ["alpha", "charlie"]);
        const one = TEXT.replace("alpha", "ALPHA").replace("delta", "DELTA");
        const other = TEXT.replace("alpha", "ALPHA").replace("charlie", "CHARLIE");
        assert.ok(text === one || text === other, JSON.stringify(text));
      }
    });
  });

  it("over words apart: both are put in, each in its place", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      assert.equal(
        await runAtOnce(["alpha"], ["foxtrot"]),
        TEXT.replace("alpha", "ALPHA").replace("foxtrot", "FOXTROT"),
      );
    }
  });
});
