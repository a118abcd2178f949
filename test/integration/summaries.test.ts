import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { openFile, run, select } from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

const TEXT = "The library opens at 9:30 on working days. Readers can borrow 5 books. The café is closed in August.";

describe("a summary beside its text", () => {
  const server = serveSuite(() => "- Closed in August: the café\n- Readers borrow 5 books\n- Nothing else whatsoever");

  const summarize = async () => {
    const { document } = await openFile("summarized.md", `# Title\n\n${TEXT}\n`);
    select(await vscode.window.showTextDocument(document), TEXT);
    await run("summarize", { form: "keyPoints" });
    const summary = vscode.window.activeTextEditor;
    assert.ok(summary && summary.document !== document);
    return { source: document, summary };
  };
  const definitionAt = async (document: vscode.TextDocument, line: number) => {
    const links = await vscode.commands.executeCommand<readonly vscode.LocationLink[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      new vscode.Position(line, 5),
    );
    const source = links[0] && (await vscode.workspace.openTextDocument(links[0].targetUri));
    return source?.getText(links[0]?.targetRange);
  };

  it("leads each point back to the passage behind it, also after the text was moved", async () => {
    const { source, summary } = await summarize();
    assert.equal(await definitionAt(summary.document, 0), "The café is closed in August.");
    assert.equal(await definitionAt(summary.document, 1), "Readers can borrow 5 books.");
    assert.equal(await definitionAt(summary.document, 2), undefined);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(source.uri, new vscode.Position(0, 0), "New first line.\n\n");
    await vscode.workspace.applyEdit(edit);
    assert.equal(await definitionAt(summary.document, 0), "The café is closed in August.");
  });

  it("shows the passage of the point at the cursor, and nothing where it is gone", async () => {
    const { source, summary } = await summarize();
    summary.selection = new vscode.Selection(1, 4, 1, 4);
    await run("showSource");
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document, source);
    assert.equal(source.getText(shown?.selection), "Readers can borrow 5 books.");
    const edit = new vscode.WorkspaceEdit();
    edit.replace(source.uri, new vscode.Range(2, 0, 2, 10), "");
    edit.replace(source.uri, new vscode.Range(2, 45, 2, 60), "");
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(summary.document, summary.viewColumn);
    await run("showSource");
    assert.equal(vscode.window.activeTextEditor?.document, summary.document);
  });

  it("shows the passage as text in its hover", async () => {
    const { summary } = await summarize();
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      "vscode.executeHoverProvider",
      summary.document.uri,
      new vscode.Position(1, 4),
    );
    const contents = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (content as vscode.MarkdownString).value);
    assert.ok(
      contents.some((value) => value.replace(/&nbsp;|\\/g, " ").includes("5 books")),
      JSON.stringify(contents),
    );
    assert.ok(contents.some((value) => value.includes("command:euroscribe.showSource")));
  });

  it("asks for the length that was named", async () => {
    const { document } = await openFile("length.md", TEXT);
    select(await vscode.window.showTextDocument(document), TEXT);
    await run("summarize", { form: "paragraph", length: 12, apply: "copy" });
    const prompts = JSON.stringify(server.requests.map((request) => request));
    assert.match(prompts, /in one paragraph of about 12 words/);
  });
});
