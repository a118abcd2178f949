import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, openFile, openText, run, undo, until } from "../support/editor.ts";

const GERMAN = [
  "---",
  'title: "Der Antrag"',
  "---",
  "",
  '# Der "neue" Antrag',
  "",
  'Wir haben Ihren "Antrag" erhalten - und melden uns, sobald die Gemeinde ihn `"bearbeitet"` hat...',
  "",
].join("\r\n");

describe("Check Typography", () => {
  afterEach(closeAll);

  it("tells what is set against the rules of the document's language, and sets one right", async () => {
    const { document } = await openFile("antrag.md", GERMAN);
    await run("checkTypography");
    assert.deepEqual(told(document), [
      ["straightQuotes", '"'],
      ["straightQuotes", '"'],
      ["dash", " - "],
      ["ellipsis", "..."],
    ]);
    const [first] = await fixes(document, 0);
    await apply(first);
    const one = GERMAN.replace('"neue"', "„neue“");
    assert.equal(document.getText(), one);
    await until("the check follows", () => told(document).length === 3);
    await undo();
    assert.equal(document.getText(), GERMAN);
    await until("the check follows", () => told(document).length === 4);
  });

  it("sets all of a kind right, or all in the document, each in one step", async () => {
    const { document } = await openFile("antrag.md", GERMAN);
    await run("checkTypography");
    const titles = (await fixes(document, 0)).map(({ title }) => title);
    assert.deepEqual(titles, ["Set this right", "Set all 2 of this kind right", "Set all 4 in this document right"]);
    const [, kind] = await fixes(document, 0);
    await apply(kind);
    assert.equal(document.getText(), GERMAN.replace('"neue"', "„neue“").replace('"Antrag" ', "„Antrag“ "));
    await until("the check follows", () => told(document).length === 2);
    await undo();
    assert.equal(document.getText(), GERMAN);
    await until("the check follows", () => told(document).length === 4);
    const [, , all] = await fixes(document, 0);
    await apply(all);
    const set = GERMAN.replace('"neue"', "„neue“").replace('"Antrag" ', "„Antrag“ ");
    assert.equal(document.getText(), set.replace(" - ", " – ").replace("...", "…"));
    await until("nothing is left", () => told(document).length === 0);
    await undo();
    assert.equal(document.getText(), GERMAN);
  });

  it("checks plain text in the language that the caller names", async () => {
    const { document } = await openText('Il dit "oui", non!', { language: "plaintext" });
    await run("checkTypography", { from: "fr" });
    assert.deepEqual(
      told(document).map(([rule]) => rule),
      ["straightQuotes", "highSpace"],
    );
  });

  it("says nothing of a document that is set well", async () => {
    const { document } = await openText("Wir haben Ihren „Antrag“ erhalten – und melden uns, sobald es geht …");
    await run("checkTypography");
    assert.deepEqual(told(document), []);
  });

  it("leaves other documents alone, and forgets closed ones", async () => {
    const { document } = await openText('const a = "b" - c;', { language: "javascript" });
    await run("checkTypography");
    assert.deepEqual(told(document), []);
    const { document: other } = await openText('Il dit "oui".', { language: "markdown" });
    await run("checkTypography", { from: "fr" });
    assert.equal(told(other).length, 1);
    await closeAll();
    await until("its diagnostics are gone", () => told(other).length === 0);
  });
});

function diagnosticsOf({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Euroscribe");
}

function told(document: vscode.TextDocument): readonly (readonly [unknown, string])[] {
  return diagnosticsOf(document).map(({ code, range }) => [code, document.getText(range)]);
}

/** They are asked for until they are there: VS Code hears of a provider a moment after it is registered. */
async function fixes(document: vscode.TextDocument, index: number): Promise<readonly vscode.CodeAction[]> {
  const diagnostic = diagnosticsOf(document)[index];
  assert.ok(diagnostic);
  for (let tries = 0; ; tries++) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    // What comes back by the command has lost its diagnostics.
    const found = actions.filter(({ title }) => title.startsWith("Set "));
    if (found.length > 0 || tries === 50) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}
