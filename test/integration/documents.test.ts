import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { serveAnswers } from "../support/answeringServer.ts";
import {
  activeReview,
  closeAll,
  fileUri,
  notificationsOf,
  openFile,
  openText,
  readBytes,
  run,
  select,
  selectAll,
  until,
  useServer,
} from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

const upper = (text: string) => text.toUpperCase();

describe("every kind of document", () => {
  const server = serveSuite(upper);

  describe("E5: where it can't be edited, the result opens beside", () => {
    for (const scheme of ["euroscribe-test", "git"]) {
      it(`a virtual document, ${scheme}:`, async () => {
        const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
          provideTextDocumentContent: () => "one two",
        });
        try {
          const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:/virtual.txt`));
          selectAll(await vscode.window.showTextDocument(document));
          for (const apply of ["review", "replace", "insertBelow"]) {
            await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
            await run("rewrite", { style: "formal", apply });
            assert.equal(document.getText(), "one two");
            assert.equal(activeReview(), undefined);
            assert.equal(vscode.window.activeTextEditor?.document.getText(), "ONE TWO");
          }
        } finally {
          provider.dispose();
        }
      });
    }

    it("a read-only file system", async () => {
      const files = vscode.workspace.registerFileSystemProvider("euroscribe-readonly", readOnlyFiles("one two"), {
        isReadonly: true,
      });
      try {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse("euroscribe-readonly:/a.txt"));
        selectAll(await vscode.window.showTextDocument(document));
        await run("rewrite", { style: "formal", apply: "replace" });
        assert.equal(document.getText(), "one two");
        assert.equal(vscode.window.activeTextEditor?.document.getText(), "ONE TWO");
      } finally {
        files.dispose();
      }
    });

    for (const name of [
      ".vscode/settings.json",
      ".vscode/Tasks.JSON",
      ".git/COMMIT_EDITMSG",
      ".devcontainer/devcontainer.json",
      "team.code-workspace",
      "module/.git",
      ".devcontainer.json",
    ]) {
      it(`${name}, which steers the editor`, async () => {
        const editor = await openFile(name, "// one two\n");
        selectAll(editor);
        await run("rewrite", { style: "formal", apply: "replace" });
        assert.equal(editor.document.getText(), "// one two\n");
        assert.equal(await readBytes(fileUri(name)), "// one two\n");
        await closeAll();
        await vscode.workspace.fs.delete(fileUri(name));
      });
    }

    it("no editor at all: no exception, nothing changed", async () => {
      await closeAll();
      for (const command of ["translate", "correct", "rewrite", "summarize"])
        await run(command, { to: "fi", style: "formal", form: "title" });
    });
  });

  it("E5: an untitled document and a notebook cell are edited", async () => {
    const untitled = await openText("one two", { language: "plaintext" });
    selectAll(untitled);
    await run("rewrite", { style: "formal", apply: "replace" });
    assert.equal(untitled.document.getText(), "ONE TWO");

    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, "one two", "markdown");
    const notebook = await vscode.workspace.openNotebookDocument("jupyter-notebook", new vscode.NotebookData([cell]));
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand("notebook.cell.edit");
    await until(
      "the cell's editor",
      () => vscode.window.activeTextEditor?.document.uri.scheme === "vscode-notebook-cell",
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    select(editor, "two");
    await run("rewrite", { style: "formal", apply: "replace" });
    assert.equal(notebook.cellAt(0).document.getText(), "one TWO");
  });

  it("E5: a cell of a notebook that can't be written: the result opens beside", async () => {
    const cells = [{ cell_type: "code", metadata: {}, outputs: [], source: ["one two"] }];
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    const files = vscode.workspace.registerFileSystemProvider("euroscribe-readonly", readOnlyFiles(text), {
      isReadonly: true,
    });
    try {
      const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.parse("euroscribe-readonly:/a.ipynb"));
      const cell = notebook.cellAt(0).document;
      await vscode.window.showNotebookDocument(notebook);
      await vscode.commands.executeCommand("notebook.cell.edit");
      await until("the cell's editor", () => vscode.window.activeTextEditor?.document === cell);
      if (vscode.window.activeTextEditor) selectAll(vscode.window.activeTextEditor);
      await run("rewrite", { style: "formal", apply: "replace" });
      assert.equal(cell.getText(), "one two");
      assert.equal(vscode.window.activeTextEditor?.document.getText(), "ONE TWO");
    } finally {
      files.dispose();
    }
  });

  it("E6: a result of several lines takes the document's line ends", async () => {
    const listing = await serveAnswers(() => "- yksi\n- kaksi");
    try {
      await useServer(listing.url);
      const editor = await openText("one two\r\nthree", { language: "plaintext" });
      select(editor, "one two");
      const shown = await notificationsOf(async () => {
        await run("summarize", { form: "keyPoints", apply: "insertBelow" });
      });
      assert.deepEqual([editor.document.getText(), shown], ["one two\r\n- yksi\r\n- kaksi\r\nthree", []]);
    } finally {
      await useServer(server.url);
      await listing.close();
    }
  });

  it("two selections of one line are put below it in their order", async () => {
    const editor = await openText("one two\nthree", { language: "plaintext" });
    select(editor, "one", "two");
    await run("rewrite", { style: "formal", apply: "insertBelow" });
    assert.equal(editor.document.getText(), "one two\nONE\nTWO\nthree");
  });

  it("E8: a very large selection is confirmed before it is sent", async () => {
    const count = server.requests.length;
    selectAll(await openText("Ein Satz. ".repeat(50_000), { language: "plaintext" }));
    const shown = await notificationsOf(async () => {
      await run("rewrite", { style: "formal", apply: "replace" });
    });
    assert.deepEqual([shown, server.requests.length], [[["The selection has 500,000 characters.", "Send"]], count]);
  });

  describe("E6: bytes outside the change stay", () => {
    for (const [name, before, piece, expected] of [
      ["CRLF", "a\r\nβγ δε\r\nc\r\n", "βγ δε", "a\r\nΒΓ ΔΕ\r\nc\r\n"],
      ["a selection across CRLF", "aa\r\nbb\r\ncc", "aa\r\nbb", "AA\r\nBB\r\ncc"],
      ["no final newline", "a\nbb", "bb", "a\nBB"],
      ["a BOM", "\uFEFFaa bb", "bb", "\uFEFFaa BB"],
      ["tabs and trailing blanks", "\taa  \n\tbb \t\n", "\taa  \n\tbb \t\n", "\tAA  \n\tBB \t\n"],
      ["astral characters", "😀 aa 👩‍👩‍👧 bb", "bb", "😀 aa 👩‍👩‍👧 BB"],
    ] as const) {
      it(name, async () => {
        const editor = await openFile(`${name}.txt`, before);
        select(editor, piece);
        await run("rewrite", { style: "formal", apply: "replace" });
        await editor.document.save();
        assert.equal(await readBytes(fileUri(`${name}.txt`)), expected);
      });
    }

    it("an answer that equals the text changes no byte", async () => {
      const echo = await serveAnswers((text) => text);
      try {
        await useServer(echo.url);
        const bytes = "\uFEFF# Ég\r\n\r\n- a\r\n\tb  \r\n";
        const editor = await openFile("echo.md", bytes);
        selectAll(editor);
        await run("translate", { to: "hu", apply: "replace" });
        assert.equal(editor.document.isDirty, false);
        assert.equal(await readBytes(fileUri("echo.md")), bytes);
      } finally {
        await useServer(server.url);
        await echo.close();
      }
    });

    it("a windows-1252 file keeps its encoding", async () => {
      const configuration = vscode.workspace.getConfiguration("files");
      await configuration.update("encoding", "windows1252", vscode.ConfigurationTarget.Global);
      try {
        const editor = await openFile("latin.txt", new Uint8Array([0xe9, 0x20, 0x61, 0x62, 0x0a]));
        assert.equal(editor.document.getText(), "é ab\n");
        select(editor, "ab");
        await run("rewrite", { style: "formal", apply: "replace" });
        await editor.document.save();
        assert.deepEqual(
          [...(await vscode.workspace.fs.readFile(fileUri("latin.txt")))],
          [0xe9, 0x20, 0x41, 0x42, 0x0a],
        );
      } finally {
        await configuration.update("encoding", undefined, vscode.ConfigurationTarget.Global);
      }
    });
  });
});

function readOnlyFiles(text: string): vscode.FileSystemProvider {
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => ({ dispose: () => {} }),
    stat: () => ({
      type: vscode.FileType.File,
      ctime: 0,
      mtime: 0,
      size: text.length,
      permissions: vscode.FilePermission.Readonly,
    }),
    readDirectory: () => [],
    readFile: () => new TextEncoder().encode(text),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
