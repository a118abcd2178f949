import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serveAnswers } from "../support/answeringServer.ts";
import { notificationsOf, openText, run, selectAll, useServer } from "../support/editor.ts";
import { startFakeServer } from "../support/fakeServer/fakeServer.ts";
import { delta, sse } from "../support/fakeServer/streamReply.ts";
import { serveSuite } from "../support/serveSuite.ts";

describe("what is told of a result", () => {
  const server = serveSuite((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()));

  it("T14, P3: what is doubtful about a try is told, of a later one as well, and nothing in it is a link", async () => {
    let asked = 0;
    const inventing = await serveAnswers(
      (text) => `${text} ${"a".repeat(++asked)} \`[x](command:workbench.action.quit)\` 7`,
    );
    try {
      await useServer(inventing.url);
      const editor = await openText("eins zwei", { language: "markdown" });
      selectAll(editor);
      const shown = await notificationsOf(async () => {
        await run("rewrite", { style: "formal" });
        await run("tryAgain");
      });
      assert.equal(shown.length, 2);
      for (const [message, ...buttons] of shown) {
        assert.match(message ?? "", /\[x\] \(command:workbench\.action\.quit\).*7/u);
        assert.deepEqual(buttons, ["Try Again"]);
      }
    } finally {
      await useServer(server.url);
      await inventing.close();
    }
  });

  it("T1: what had arrived of an answer that was cut can be copied, and is called incomplete", async () => {
    const cut = await startFakeServer({ ...sse([delta({ content: "DREI" })]), end: "cut" });
    try {
      await useServer(cut.url);
      const editor = await openText("drei vier", { language: "plaintext" });
      selectAll(editor);
      const shown = await notificationsOf(async () => {
        await run("rewrite", { style: "formal", apply: "replace" });
      });
      assert.deepEqual(
        shown.map(([, ...buttons]) => buttons),
        [["Try Again", "Copy Incomplete Text", "Show Log"]],
      );
      assert.equal(editor.document.getText(), "drei vier");
    } finally {
      await useServer(server.url);
      await cut.close();
    }
  });
});
