import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, notificationsOf, openText, run, select, undo, until } from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";
import { countCalls, type Misfortune } from "../support/tortured.ts";

const BEFORE = "eins zwei\r\ndrei vier\r\n";
const AFTER: Readonly<Record<string, string>> = {
  review: "EINS zwei\r\ndrei VIER\r\n",
  replace: "EINS zwei\r\ndrei VIER\r\n",
  insertBelow: "eins zwei\r\nEINS\r\ndrei vier\r\nVIER\r\n",
  beside: BEFORE,
};

/**
 * Each call of VS Code's API that a command waits for fails, or the user cancels just before it. Whatever becomes of
 * the command, the document is as it was or as it was shown, and one undo restores it.
 */
describe("torture: each call of the editor's fails or is cancelled (I1, I2, E3)", function () {
  this.timeout(120_000);

  serveSuite((text) => text.toUpperCase());

  const attempt = async (apply: string, misfortune: Misfortune | undefined) => {
    const editor = await openText(BEFORE, { language: "plaintext" });
    const { document } = editor;
    select(editor, "eins", "vier");
    let calls: readonly string[] = [];
    await notificationsOf(async () => {
      calls = await countCalls(misfortune, async () => {
        await run("rewrite", { style: "formal", apply });
        if (apply === "review") await run("acceptChange");
      });
    });
    const text = document.getText();
    const place = misfortune ? `${calls[misfortune.index]} (call ${misfortune.index})` : "none";
    assert.ok(text === BEFORE || text === AFTER[apply], `${place}: ${JSON.stringify(text)}`);
    if (text !== BEFORE) {
      await vscode.window.showTextDocument(document);
      await undo();
      assert.equal(document.getText(), BEFORE, `${place}: one undo`);
    }
    return { calls, text };
  };

  for (const apply of Object.keys(AFTER)) {
    for (const fate of ["fail", "cancel"] as const) {
      it(`${apply}: each ${fate}s in its turn`, async () => {
        const healthy = await attempt(apply, undefined);
        assert.equal(healthy.text, AFTER[apply]);
        assert.ok(healthy.calls.length > 0);
        for (let index = 0; index < healthy.calls.length; index += 1) {
          const befall = async () => {
            if (fate === "fail") return "fail" as const;
            await run("cancel");
            return "goOn" as const;
          };
          await attempt(apply, { index, befall });
          await closeAll();
          await until("the tabs to close", () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
        }
      });
    }
  }
});
