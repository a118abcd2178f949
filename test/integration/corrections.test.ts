import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { activeReview, openText, reviewTexts, run, select, undo, until } from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

const FAULTY = "Les enfant joue dans le jardin. Ils rit.";
const RIGHT = "Les enfants jouent dans le jardin. Ils rient.";

describe("the corrections of a review", () => {
  serveSuite((text) => (text === FAULTY ? RIGHT : text));

  const correct = async () => {
    const editor = await openText(`# Titre\n\n${FAULTY}\n`);
    select(editor, FAULTY);
    await run("correct");
    assert.ok(activeReview());
    return editor.document;
  };
  /** Puts the cursor into a word of the review's proposed text. */
  const pointAt = async (word: string) => {
    const uri = activeReview()?.modified.toString();
    await until("the proposed text's editor", () =>
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri),
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor && editor.document.uri.toString() === uri, "the proposed text is in the active editor");
    const at = editor.document.positionAt(editor.document.getText().indexOf(word) + 1);
    editor.selection = new vscode.Selection(at, at);
  };
  const proposes = (text: string) => until(text, async () => (await reviewTexts()).proposed === `# Titre\n\n${text}\n`);

  it("rejects the one at the cursor, and accepts what is left", async () => {
    const document = await correct();
    await pointAt("jouent");
    await run("rejectCorrection");
    await proposes("Les enfants joue dans le jardin. Ils rient.");
    await run("acceptChange");
    assert.equal(document.getText(), "# Titre\n\nLes enfants joue dans le jardin. Ils rient.\n");
    await undo();
    assert.equal(document.getText(), `# Titre\n\n${FAULTY}\n`);
  });

  it("accepts the one at the cursor alone, as one undo step, and stays for the others", async () => {
    const document = await correct();
    await pointAt("jouent");
    await run("acceptCorrection");
    assert.equal(document.getText(), "# Titre\n\nLes enfant jouent dans le jardin. Ils rit.\n");
    await until("the new original", async () => (await reviewTexts()).original === document.getText());
    await proposes(RIGHT);
    await pointAt("enfants");
    await run("acceptCorrection");
    await pointAt("rient");
    await run("acceptCorrection");
    assert.equal(document.getText(), `# Titre\n\n${RIGHT}\n`);
    await until("the review to close", () => activeReview() === undefined);
    await vscode.window.showTextDocument(document);
    await undo();
    assert.equal(document.getText(), "# Titre\n\nLes enfants jouent dans le jardin. Ils rit.\n");
  });

  it("changes nothing where the text was edited meanwhile, or where no correction is", async () => {
    const document = await correct();
    await pointAt("jardin");
    await run("acceptCorrection");
    await run("rejectCorrection");
    await proposes(RIGHT);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(15), "x");
    assert.ok(await vscode.workspace.applyEdit(edit));
    const edited = document.getText();
    await pointAt("jouent");
    await vscode.commands.executeCommand("euroscribe.acceptCorrection");
    assert.equal(document.getText(), edited);
  });
});
