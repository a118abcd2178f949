import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import {
  activeReview,
  edit,
  fileUri,
  notificationsOf,
  openFile,
  openText,
  run,
  select,
  until,
} from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

describe("E2: the document of a review or a run goes away", () => {
  const server = serveSuite((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()));

  it("closed: it is opened again for the change", async () => {
    const editor = await openFile("closed.md", "one two");
    select(editor, "two");
    await run("rewrite", { style: "formal" });
    const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "closed.md");
    assert.ok(tab);
    await vscode.window.tabGroups.close(tab);
    await run("acceptChange");
    const document = await vscode.workspace.openTextDocument(fileUri("closed.md"));
    assert.equal(document.getText(), "one TWO");
  });

  it("renamed: the change follows it", async () => {
    const editor = await openFile("old.md", "one two");
    select(editor, "two");
    await run("rewrite", { style: "formal" });
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(editor.document.uri, fileUri("new.md"), { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(rename));
    await run("acceptChange");
    assert.equal((await vscode.workspace.openTextDocument(fileUri("new.md"))).getText(), "one TWO");
  });

  it("its folder renamed: the change follows it", async () => {
    const editor = await openFile("before/a.md", "one two");
    select(editor, "two");
    await run("rewrite", { style: "formal" });
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(fileUri("before"), fileUri("after"), { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(rename));
    await run("acceptChange");
    assert.equal((await vscode.workspace.openTextDocument(fileUri("after/a.md"))).getText(), "one TWO");
  });

  it("renamed and edited during the request: the change follows both", async () => {
    const editor = await openFile("early.md", "one two");
    select(editor, "two");
    server.hold();
    const count = server.requests.length;
    const running = run("rewrite", { style: "formal", apply: "replace" });
    await until("the request to arrive", () => server.requests.length > count);
    await edit(editor.document, 0, 0, "zero ");
    await editor.document.save();
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(editor.document.uri, fileUri("late.md"), { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(rename));
    server.release();
    await running;
    assert.equal((await vscode.workspace.openTextDocument(fileUri("late.md"))).getText(), "zero one TWO");
  });

  it("untitled and closed during the request: the result can be copied", async () => {
    for (const apply of ["review", "replace", "insertBelow"]) {
      const editor = await openText("one two", { language: "plaintext" });
      select(editor, "two");
      server.hold();
      const count = server.requests.length;
      const shown = await notificationsOf(async () => {
        const running = run("rewrite", { style: "formal", apply });
        await until("the request to arrive", () => server.requests.length > count);
        await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
        await until("the document to close", () => editor.document.isClosed);
        server.release();
        await running;
      });
      assert.deepEqual(
        shown.map(([, ...buttons]) => buttons),
        [["Copy Result", "Try Again"]],
        apply,
      );
    }
  });

  it("reverted: Accept is off where the text went with it", async () => {
    const editor = await openFile("reverted.md", "one two");
    await edit(editor.document, 4, 3, "three");
    select(editor, "three");
    await run("rewrite", { style: "formal" });
    const review = activeReview();
    assert.ok(review);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await run("acceptChange", review.modified);
    assert.equal(editor.document.getText(), "one two");
  });

  it("saved with a formatter that changes other lines: tracked and applied", async () => {
    const formatter = vscode.languages.registerDocumentFormattingEditProvider("plaintext", {
      provideDocumentFormattingEdits: (document) => [
        vscode.TextEdit.replace(document.lineAt(0).range, "formatted"),
        vscode.TextEdit.insert(document.lineAt(2).range.end, "!"),
      ],
    });
    const configuration = vscode.workspace.getConfiguration("editor");
    await configuration.update("formatOnSave", true, vscode.ConfigurationTarget.Global);
    try {
      const editor = await openFile("formatted.txt", "a b\none two\nc d");
      select(editor, "two");
      await run("rewrite", { style: "formal" });
      await edit(editor.document, 0, 0, "x");
      await editor.document.save();
      await until("the formatter", () => editor.document.getText() === "formatted\none two\nc d!");
      await run("acceptChange");
      assert.equal(editor.document.getText(), "formatted\none TWO\nc d!");
    } finally {
      formatter.dispose();
      await configuration.update("formatOnSave", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("deleted: nothing is made anew, and the result can still be copied", async () => {
    const editor = await openFile("deleted.md", "one two");
    select(editor, "two");
    await run("rewrite", { style: "formal" });
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(editor.document.uri);
    assert.ok(await vscode.workspace.applyEdit(removal));
    await until("the document to close", () =>
      vscode.workspace.textDocuments.every(({ uri }) => !uri.path.endsWith("deleted.md") || uri.scheme !== "file"),
    );
    await run("acceptChange");
    await assert.rejects(async () => vscode.workspace.fs.stat(fileUri("deleted.md")));
    await run("copyResult");
    assert.equal(await vscode.env.clipboard.readText(), "TWO");
  });
});
