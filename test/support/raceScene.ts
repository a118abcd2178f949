import assert from "node:assert/strict";
import fc from "fast-check";
import * as vscode from "vscode";
import type { AnsweringServer } from "./answeringServer.ts";
import { activeReview, closeAll, edit, fileUri, run, until } from "./editor.ts";

/** Each word stands once, so that its place is known by it. */
const WORDS = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"];
const TEXT = `${WORDS.slice(0, 3).join(" ")}\n${WORDS.slice(3, 6).join(" ")}\n${WORDS.slice(6).join(" ")}\n`;
const MOST_MS = 10_000;

const words = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });
/** What a user may do. */
export const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("type" as const), at: fc.nat(60), length: fc.nat(4) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("review" as const), words, isHeld: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("replace" as const), words, isHeld: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("accept" as const), which: fc.nat(3), twice: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(...(["undo", "redo", "save", "reopen", "rename", "cancel", "release", "reject"] as const)),
    }),
  },
);
export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

interface Run {
  readonly words: readonly string[];
  readonly ended: Promise<unknown>;
}

/** A document that is worked on in random ways, and what it may hold after each. */
export class RaceScene {
  static #count = 0;
  static accepted = 0;
  static placed = 0;
  readonly #server: AnsweringServer;
  #uri: vscode.Uri;
  #isHeld = false;
  /** Runs that change the document by themselves, and wait for their answer. */
  #waiting: Run[] = [];
  #reviews: { readonly words: readonly string[]; readonly uri: vscode.Uri }[] = [];
  /** Steps that can be undone and redone: not over a renaming, whose own undoing is VS Code's business. */
  #undoable = 0;
  #redoable = 0;

  private constructor(server: AnsweringServer, uri: vscode.Uri) {
    this.#server = server;
    this.#uri = uri;
  }

  static async open(server: AnsweringServer): Promise<RaceScene> {
    RaceScene.#count += 1;
    const uri = fileUri(`race-${RaceScene.#count}.txt`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(TEXT));
    return new RaceScene(server, uri);
  }

  async take(step: Action): Promise<void> {
    const before = await this.#text();
    const allowed = await this.#carryOut(step, before);
    const after = await this.#text();
    assert.ok(
      allowed.includes(after),
      `${JSON.stringify(step)} made ${JSON.stringify(before)} into ${JSON.stringify(after)}`,
    );
  }

  async close(): Promise<void> {
    await this.#release();
    await closeAll();
  }

  /** The texts that the document may have after the step. */
  async #carryOut(step: Action, text: string): Promise<readonly string[]> {
    switch (step.kind) {
      case "type":
        return this.#type(step, text);
      case "review":
      case "replace":
        return this.#start(step, text);
      case "accept":
        return this.#accept(step, text);
      case "undo":
      case "redo":
        return this.#undoOrRedo(step.kind, text);
      case "release":
        return this.#release(text);
      case "cancel":
        await inTime(run("cancel"), "cancel");
        // What waited is gone, or had its answer already.
        return this.#release(text);
      case "reject":
        if (activeReview()) await inTime(run("rejectChange"), "reject");
        return [text];
      case "save":
        await (await this.#document()).save();
        return [text];
      case "reopen":
        await (await this.#document()).save();
        await this.#show();
        await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
        this.#undoable = this.#redoable = 0;
        return [text];
      case "rename":
        return this.#rename(text);
    }
  }

  async #type({ at, length }: { at: number; length: number }, text: string) {
    const start = Math.min(at, text.length);
    const end = Math.min(start + length, text.length);
    await edit(await this.#document(), start, end - start, "7");
    this.#undoable += 1;
    this.#redoable = 0;
    return [`${text.slice(0, start)}7${text.slice(end)}`];
  }

  async #start(step: { kind: "review" | "replace"; words: readonly string[]; isHeld: boolean }, text: string) {
    const there = step.words.filter((word) => text.includes(word));
    if (there.length === 0) return [text];
    const editor = await this.#show();
    editor.selections = there.map((word) => {
      const start = text.indexOf(word);
      const { document } = editor;
      return new vscode.Selection(document.positionAt(start), document.positionAt(start + word.length));
    });
    if (step.isHeld && !this.#isHeld) {
      this.#server.hold();
      this.#isHeld = true;
    }
    const ended = Promise.resolve(run("rewrite", { style: "formal", apply: step.kind }));
    if (step.kind === "replace") this.#waiting.push({ words: there, ended });
    else if (this.#isHeld) this.#waiting.push({ words: [], ended });
    else {
      await inTime(ended, "a run");
      const review = activeReview();
      assert.ok(review, "the review is open");
      this.#reviews.push({ words: there, uri: review.modified });
    }
    return this.#isHeld ? [text] : this.#release(text);
  }

  async #accept({ which, twice }: { which: number; twice: boolean }, text: string) {
    const review = this.#reviews[which % Math.max(1, this.#reviews.length)];
    if (!review) return [text];
    const accept = () => inTime(run("acceptChange", review.uri), "Accept");
    await Promise.all(twice ? [accept(), accept()] : [accept()]);
    const accepted = replaced(text, review.words);
    if ((await this.#text()) !== text) await this.#expectOneStep(text);
    return [text, ...accepted];
  }

  /** One undo gives the bytes back that were there before Accept. */
  async #expectOneStep(before: string): Promise<void> {
    RaceScene.accepted += 1;
    const after = await this.#text();
    await this.#show();
    await vscode.commands.executeCommand("undo");
    assert.equal(await this.#text(), before, "I1: one undo");
    await vscode.commands.executeCommand("redo");
    assert.equal(await this.#text(), after, "I1: one redo");
    this.#undoable += 1;
    this.#redoable = 0;
  }

  async #undoOrRedo(kind: "undo" | "redo", text: string) {
    if ((kind === "undo" ? this.#undoable : this.#redoable) === 0) return [text];
    await this.#show();
    await vscode.commands.executeCommand(kind);
    this.#undoable += kind === "undo" ? -1 : 1;
    this.#redoable += kind === "undo" ? 1 : -1;
    const there = await this.#text();
    // The other way and back again leads to the same text.
    await vscode.commands.executeCommand(kind === "undo" ? "redo" : "undo");
    assert.equal(await this.#text(), text, kind);
    await vscode.commands.executeCommand(kind);
    return [there];
  }

  async #rename(text: string) {
    const document = await this.#document();
    await document.save();
    const renamed = fileUri(`renamed-${this.#uri.path.split("/").at(-1)}`);
    const change = new vscode.WorkspaceEdit();
    change.renameFile(this.#uri, renamed, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(change));
    this.#uri = renamed;
    this.#undoable = this.#redoable = 0;
    return [text];
  }

  /** Lets all answers come: each run that waited replaces its words, or says why not. */
  async #release(text = ""): Promise<readonly string[]> {
    if (this.#isHeld) this.#server.release();
    this.#isHeld = false;
    const waiting = this.#waiting.splice(0);
    await Promise.all(waiting.map(({ ended }) => inTime(ended, "a run that waited")));
    let texts: readonly string[] = [text];
    for (const { words: of } of waiting) texts = texts.flatMap((one) => [one, ...replaced(one, of)]);
    if (waiting.some(({ words: of }) => of.length > 0)) {
      if ((await this.#text()) !== text) RaceScene.placed += 1;
      // How many steps they were is told by the texts alone.
      this.#undoable = this.#redoable = 0;
    }
    return texts;
  }

  async #document(): Promise<vscode.TextDocument> {
    return vscode.workspace.openTextDocument(this.#uri);
  }

  async #show(): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await this.#document(), { preview: false });
  }

  async #text(): Promise<string> {
    return (await this.#document()).getText();
  }
}

/** The text with the words replaced, where all of them still stand in it. */
function replaced(text: string, of: readonly string[]): readonly string[] {
  if (of.length === 0 || !of.every((word) => text.includes(word))) return [];
  return [of.reduce((sum, word) => sum.replace(word, word.toUpperCase()), text)];
}

/** I2. */
async function inTime(work: Thenable<unknown>, what: string): Promise<void> {
  let isDone = false;
  const settle = () => {
    isDone = true;
  };
  work.then(settle, settle);
  await until(`${what} to settle (I2)`, () => isDone, MOST_MS);
  await work;
}
