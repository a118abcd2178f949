import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { serveAnswers } from "../support/answeringServer.ts";
import {
  activeReview,
  edit,
  notificationsOf,
  openText,
  reviewTexts,
  run,
  select,
  selectAll,
  undo,
  until,
  useServer,
} from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

describe("a review", () => {
  const server = serveSuite((text) => ({ text: text.replace(/[a-z]/g, (letter) => letter.toUpperCase()) }));

  describe("E1: the document is edited meanwhile", () => {
    for (const [where, at, length, text, expected] of [
      ["before", 0, 0, "New. ", "New. one TWO three"],
      ["after", 13, 0, "!", "one TWO three!"],
      ["right before it", 4, 0, "x", "one xTWO three"],
      ["right behind it", 7, 0, "x", "one TWOx three"],
    ] as const) {
      it(`${where}: tracked and applied`, async () => {
        const editor = await openText("one two three", { language: "plaintext" });
        select(editor, "two");
        await run("rewrite", { style: "formal" });
        await edit(editor.document, at, length, text);
        await run("acceptChange");
        assert.equal(editor.document.getText(), expected);
      });
    }

    it("inside: Accept changes nothing and keeps the proposal; Try Again works on the new text", async () => {
      const editor = await openText("one two three", { language: "plaintext" });
      select(editor, "two");
      await run("rewrite", { style: "formal" });
      await edit(editor.document, 5, 1, "oo");
      await vscode.commands.executeCommand("euroscribe.acceptChange");
      assert.equal(editor.document.getText(), "one tooo three");
      assert.ok(activeReview());
      await run("copyResult");
      assert.equal(await vscode.env.clipboard.readText(), "TWO");
      await run("tryAgain");
      await until("the new proposal", async () => (await reviewTexts()).proposed === "one TOOO three");
      assert.equal((await reviewTexts()).original, "one tooo three");
      await run("acceptChange");
      assert.equal(editor.document.getText(), "one TOOO three");
    });

    it("inside and back again: accepted", async () => {
      const editor = await openText("one two three", { language: "plaintext" });
      select(editor, "two");
      await run("rewrite", { style: "formal" });
      await edit(editor.document, 5, 1, "oo");
      await edit(editor.document, 5, 2, "w");
      await run("acceptChange");
      assert.equal(editor.document.getText(), "one TWO three");
    });

    it("during the request: what was sent is what is compared", async () => {
      const editor = await openText("one two three", { language: "plaintext" });
      select(editor, "two");
      server.hold();
      const count = server.requests.length;
      const running = run("rewrite", { style: "formal", apply: "replace" });
      await until("the request to arrive", () => server.requests.length > count);
      await edit(editor.document, 5, 1, "oo");
      server.release();
      await running;
      assert.equal(editor.document.getText(), "one tooo three");
    });
  });

  describe("E3: undo and redo", () => {
    it("Accept is one step, and a second one is impossible", async () => {
      const editor = await openText("one two three two", { language: "plaintext" });
      await edit(editor.document, 0, 0, "zero ");
      select(editor, "two", "two");
      await run("rewrite", { style: "formal" });
      const told = await notificationsOf(async () => {
        await Promise.all([run("acceptChange"), run("acceptChange")]);
      });
      assert.deepEqual(told, [], "a double click is nothing to complain of");
      await run("acceptChange");
      assert.equal(editor.document.getText(), "zero one TWO three TWO");
      await undo();
      assert.equal(editor.document.getText(), "zero one two three two");
      await vscode.commands.executeCommand("redo");
      assert.equal(editor.document.getText(), "zero one TWO three TWO");
    });

    it("Try Again, pressed twice, asks once; Accept waits for it", async () => {
      const editor = await openText("one two three", { language: "plaintext" });
      select(editor, "two");
      await run("rewrite", { style: "formal" });
      server.hold();
      const count = server.requests.length;
      const again = Promise.all([run("tryAgain"), run("tryAgain")]);
      await until("the request to arrive", () => server.requests.length > count);
      await run("acceptChange");
      assert.equal(editor.document.getText(), "one two three");
      const { length } = server.requests;
      server.release();
      await again;
      assert.equal(length, count + 1);
    });
  });

  describe("E4: several selections", () => {
    for (const [name, text, pieces, expected] of [
      ["apart", "aa bb cc", ["aa", "cc"], "AA bb CC"],
      ["adjacent", "aabbcc", ["aa", "bb"], "AABBcc"],
      ["whole lines", "aa\nbb\ncc\n", ["aa\n", "cc\n"], "AA\nbb\nCC\n"],
      ["in reverse order", "aa bb cc", ["cc", "aa"], "AA bb CC"],
    ] as const) {
      it(name, async () => {
        const editor = await openText(text, { language: "plaintext" });
        select(editor, ...pieces);
        await run("rewrite", { style: "formal" });
        await run("acceptChange");
        assert.equal(editor.document.getText(), expected);
        const active = vscode.window.activeTextEditor;
        assert.deepEqual(
          active?.selections.map((selection) => active.document.getText(selection)),
          pieces.map((piece) => piece.toUpperCase()),
        );
      });
    }

    it("an empty one among them is left alone", async () => {
      const editor = await openText("aa bb", { language: "plaintext" });
      editor.selections = [new vscode.Selection(0, 0, 0, 2), new vscode.Selection(0, 4, 0, 4)];
      await run("rewrite", { style: "formal", apply: "replace" });
      assert.equal(editor.document.getText(), "AA bb");
    });

    it("a column", async () => {
      const editor = await openText("aa1\nbb2\ncc3", { language: "plaintext" });
      editor.selections = [0, 1, 2].map((line) => new vscode.Selection(line, 0, line, 2));
      await run("rewrite", { style: "formal", apply: "replace" });
      assert.equal(editor.document.getText(), "AA1\nBB2\nCC3");
      await undo();
      assert.equal(editor.document.getText(), "aa1\nbb2\ncc3");
    });

    it("all or nothing: where one was edited meanwhile, none is changed", async () => {
      const editor = await openText("aa bb cc", { language: "plaintext" });
      select(editor, "aa", "cc");
      await run("rewrite", { style: "formal" });
      await edit(editor.document, 7, 1, "d");
      await run("acceptChange");
      assert.equal(editor.document.getText(), "aa bb cd");
      assert.ok(activeReview(), "the proposal is still there to copy");
    });

    it("all or nothing: where one fails, none is changed", async () => {
      const failing = await serveAnswers((text) => (text === "cc" ? { status: 500 } : text.toUpperCase()));
      try {
        await useServer(failing.url);
        const editor = await openText("aa bb cc", { language: "plaintext" });
        select(editor, "aa", "cc");
        await run("rewrite", { style: "formal", apply: "replace" });
        assert.equal(editor.document.getText(), "aa bb cc");
      } finally {
        await useServer(server.url);
        await failing.close();
      }
    });
  });

  it("is rejected by closing its tab, and by Reject", async () => {
    const editor = await openText("one two", { language: "plaintext" });
    for (const reject of ["workbench.action.closeActiveEditor", "euroscribe.rejectChange"]) {
      await vscode.window.showTextDocument(editor.document);
      select(editor, "two");
      await run("rewrite", { style: "formal" });
      assert.ok(activeReview());
      await vscode.commands.executeCommand(reject);
      await until("the review to close", () => activeReview() === undefined);
      assert.equal(editor.document.getText(), "one two");
    }
  });

  it("Try Again samples anew, and the earlier try can be gone back to", async () => {
    let count = 0;
    const counting = await serveAnswers(() => `ZWEI${"!".repeat(++count)}`);
    try {
      await useServer(counting.url);
      const editor = await openText("one two", { language: "plaintext" });
      select(editor, "two");
      await run("rewrite", { style: "formal" });
      await run("tryAgain");
      assert.equal(counting.requests.at(-1)?.temperature, 0.7);
      await until("the second try", async () => (await reviewTexts()).proposed === "one ZWEI!!");
      await run("earlierTry");
      await until("the first try", async () => (await reviewTexts()).proposed === "one ZWEI!");
      await run("laterTry");
      await until("the second try again", async () => (await reviewTexts()).proposed === "one ZWEI!!");
      await run("earlierTry");
      await run("acceptChange");
      assert.equal(editor.document.getText(), "one ZWEI!");
    } finally {
      await useServer(server.url);
      await counting.close();
    }
  });

  it("a command on the documents of one review is about that one, whichever is active", async () => {
    const first = await openText("one two", { language: "plaintext" });
    selectAll(first);
    await run("rewrite", { style: "formal" });
    const review = activeReview();
    assert.ok(review);
    const second = await openText("drei vier", { language: "plaintext" });
    selectAll(second);
    await run("rewrite", { style: "formal" });
    await run("acceptChange", review.modified);
    assert.deepEqual([first.document.getText(), second.document.getText()], ["ONE TWO", "drei vier"]);
  });

  it("a second click on Accept of a review that has gone is about no other one", async () => {
    const first = await openText("one two", { language: "plaintext" });
    selectAll(first);
    await run("rewrite", { style: "formal" });
    const second = await openText("drei vier", { language: "plaintext" });
    selectAll(second);
    await run("rewrite", { style: "formal" });
    const accepted = activeReview();
    assert.ok(accepted);
    await run("acceptChange", accepted.modified);
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputTextDiff);
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
    await vscode.commands.executeCommand("vscode.diff", tab.input.original, tab.input.modified);
    for (const command of ["acceptChange", "rejectChange"]) await run(command, accepted.modified);
    assert.equal(first.document.getText(), "one two");
    assert.ok(activeReview());
  });

  it("two at once don't cross", async () => {
    const first = await openText("one two", { language: "plaintext" });
    select(first, "two");
    await run("rewrite", { style: "formal" });
    const second = await openText("drei vier", { language: "plaintext" });
    selectAll(second);
    await run("rewrite", { style: "formal" });
    await run("acceptChange");
    assert.deepEqual([first.document.getText(), second.document.getText()], ["one two", "DREI VIER"]);
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputTextDiff);
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
    await vscode.commands.executeCommand("vscode.diff", tab.input.original, tab.input.modified);
    await run("acceptChange");
    assert.equal(first.document.getText(), "one TWO");
  });
});
