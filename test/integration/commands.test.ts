import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { beforeEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { serveAnswers } from "../support/answeringServer.ts";
import {
  activeReview,
  closeAll,
  edit,
  openText,
  readBytes,
  reviewTexts,
  run,
  select,
  selectAll,
  undo,
  until,
  useServer,
} from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";
import { watchResources } from "../support/watchResources.ts";

/** What the server makes of each text; it gives back what it doesn't know. */
const ANSWERS: Readonly<Record<string, string>> = {
  "Good morning": "Καλημέρα",
  "Good evening": "Καλησπέρα",
  "She go home.": "She goes home.",
  "A rather long sentence": "A sentence",
  "Read **this** `now`": "Lue **tämä** `now`",
};

describe("the selection commands", () => {
  const server = serveSuite((text) => ANSWERS[text] ?? text);
  beforeEach(() => server.requests.splice(0));

  it("translates into a review that changes nothing until Accept, and one undo restores it", async () => {
    const editor = await openText("# Title\n\nGood morning, Anna.\n");
    const before = editor.document.getText();
    select(editor, "Good morning");
    await run("translate", { to: "el" });
    assert.deepEqual(await reviewTexts(), { original: before, proposed: "# Title\n\nΚαλημέρα, Anna.\n" });
    assert.equal(editor.document.getText(), before);
    await run("acceptChange");
    assert.equal(editor.document.getText(), "# Title\n\nΚαλημέρα, Anna.\n");
    assert.equal(activeReview(), undefined);
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.document.uri.toString(), editor.document.uri.toString());
    assert.equal(active?.document.getText(active.selection), "Καλημέρα");
    await undo();
    assert.equal(editor.document.getText(), before);
  });

  it("sends the selection alone, after one instruction paragraph that names the languages", async () => {
    const editor = await openText("Secret before. Good morning. Secret after.");
    select(editor, "Good morning");
    await run("translate", { to: "el", from: "en", apply: "copy" });
    const [request] = server.requests;
    const last = request?.messages.at(-1)?.content ?? "";
    assert.match(last, /^[^\n]*English[^\n]*Greek[^\n]*(\n[^\n]+)*\n\nGood morning$/);
    assert.ok(!JSON.stringify(request).includes("Secret"));
    assert.deepEqual([request?.model, request?.temperature, request?.stream], ["test-model", 0, true]);
  });

  it("translates what is between and around code block by block, and leaves the code and the line ends", async () => {
    const louder = await serveAnswers((text) => text.toUpperCase());
    try {
      await useServer(louder.url);
      const document = (prose: (text: string) => string) =>
        `${prose("Hello.")}\n\n\`\`\`js\nhello() // hello\n\`\`\`\n\n| ${prose("hello")} | 2 |\n|---|---|\n`.replaceAll(
          "\n",
          "\r\n",
        );
      const source = document((text) => text);
      const editor = await openText(source);
      selectAll(editor);
      await run("translate", { to: "mt", from: "en", apply: "replace" });
      assert.equal(
        editor.document.getText(),
        document((text) => text.toUpperCase()),
      );
      const sent = louder.requests.map(({ messages }) => messages.at(-1)?.content ?? "");
      assert.ok(sent.length === 2 && sent.every((content) => !content.includes("//")));
      await undo();
      assert.equal(editor.document.getText(), source);
    } finally {
      await useServer(server.url);
      await louder.close();
    }
  });

  it("corrects, rewrites and keeps inline Markdown", async () => {
    for (const [command, argument, source, expected] of [
      ["correct", {}, "She go home.", "She goes home."],
      ["rewrite", { style: "shorter" }, "A rather long sentence", "A sentence"],
      ["translate", { to: "fi" }, "Read **this** `now`", "Lue **tämä** `now`"],
    ] as const) {
      const editor = await openText(source);
      selectAll(editor);
      await run(command, { ...argument, apply: "replace" });
      assert.equal(editor.document.getText(), expected, command);
      await undo();
      assert.equal(editor.document.getText(), source, command);
    }
  });

  it("summarizes beside, never over the text", async () => {
    const editor = await openText("A rather long sentence");
    selectAll(editor);
    await run("summarize", { form: "title", apply: "replace" });
    assert.equal(editor.document.getText(), "A rather long sentence");
    const beside = vscode.window.activeTextEditor;
    assert.equal(beside?.document.getText(), "A sentence");
    assert.notEqual(beside?.viewColumn, editor.viewColumn);
  });

  it("copies, and inserts below", async () => {
    const editor = await openText("Good morning\nnext", { language: "plaintext" });
    select(editor, "Good morning");
    await run("translate", { to: "el", apply: "copy" });
    assert.equal(await vscode.env.clipboard.readText(), "Καλημέρα");
    assert.equal(editor.document.getText(), "Good morning\nnext");
    await run("translate", { to: "el", apply: "insertBelow" });
    assert.equal(editor.document.getText(), "Good morning\nΚαλημέρα\nnext");
    await undo();
    assert.equal(editor.document.getText(), "Good morning\nnext");
  });

  it("says so when there is nothing to correct, and opens no review", async () => {
    const editor = await openText("All is well.");
    selectAll(editor);
    await run("correct");
    assert.equal(activeReview(), undefined);
    assert.equal(server.requests.length, 1);
  });

  describe("with bad arguments", () => {
    for (const [command, argument, field] of [
      ["translate", { to: "xx" }, /to/],
      ["translate", { to: "fr", aply: "copy" }, /aply/],
      ["translate", "fr", /arguments/],
      ["rewrite", { style: "custom" }, /instruction/],
      ["summarize", { form: "poem" }, /form/],
      ["correct", { apply: "overwrite" }, /apply/],
    ] as const) {
      it(`${command} ${JSON.stringify(argument)} rejects, sends and changes nothing`, async () => {
        const editor = await openText("Good morning");
        selectAll(editor);
        await assert.rejects(async () => run(command, argument), field);
        assert.equal(editor.document.getText(), "Good morning");
        assert.equal(server.requests.length, 0);
      });
    }
  });

  it("does nothing without a selection, or with a blank one", async () => {
    const editor = await openText("   \nGood morning");
    await run("correct");
    editor.selection = new vscode.Selection(0, 0, 0, 3);
    await run("translate", { to: "el" });
    await closeAll();
    await run("correct");
    assert.equal(server.requests.length, 0);
  });

  it("E10: a run keeps the endpoint that it began with, whatever is chosen meanwhile", async () => {
    const other = await serveAnswers(() => "Hyvää huomenta");
    try {
      const editor = await openText("Good morning, Good evening");
      select(editor, "Good morning", "Good evening");
      server.hold();
      const first = run("translate", { to: "el", apply: "copy" });
      await until("the request to arrive", () => server.requests.length === 1);
      await useServer(other.url);
      server.release();
      await first;
      // The second selection is sent after the change.
      assert.equal(await vscode.env.clipboard.readText(), "Καλημέρα\n\nΚαλησπέρα");
      assert.equal(server.requests.length, 2);
      assert.equal(other.requests.length, 0);
    } finally {
      await useServer(server.url);
      await other.close();
    }
  });

  it("E10, P1: an endpoint whose address changes gets no key of the old one", async () => {
    const other = await serveAnswers(() => "Hyvää huomenta");
    const showInputBox = vscode.window.showInputBox;
    try {
      vscode.window.showInputBox = async () => "sk-canary-of-the-first";
      await run("setApiKey");
      const editor = await openText("Good morning");
      for (const [url, expected] of [
        [server.url, "Bearer sk-canary-of-the-first"],
        [other.url, undefined],
        [server.url.replace("127.0.0.1", "localhost"), undefined],
        [server.url, "Bearer sk-canary-of-the-first"],
      ] as const) {
        await useServer(url);
        selectAll(editor);
        await run("translate", { to: "el", apply: "copy" });
        const { authorization } = (url === other.url ? other : server).headers.at(-1) ?? {};
        assert.equal(authorization, expected, url);
      }
    } finally {
      vscode.window.showInputBox = async () => "";
      await useServer(server.url);
      await run("setApiKey");
      vscode.window.showInputBox = showInputBox;
      await other.close();
    }
  });

  it("P6: opening and editing files, choosing text and waiting sends nothing, and leaves nothing that could later", async function () {
    // By hand as long as anybody cares to wait.
    const idle = Number(process.env.EUROSCRIBE_IDLE_MS ?? 1000);
    this.timeout(idle + 30_000);
    const resources = watchResources(vscode.extensions.getExtension("euroscribe.euroscribe")?.extensionPath ?? "");
    const ways: string[] = [];
    const note = (channel: string) => () => void ways.push(channel);
    const channels = ["net.client.socket", "undici:request:create", "http.client.request.start"];
    const listeners = channels.map((channel) => [channel, note(channel)] as const);
    for (const [channel, listener] of listeners) subscribe(channel, listener);
    try {
      const editor = await openText("# Good morning\n\nGood evening");
      selectAll(editor);
      await edit(editor.document, 0, 0, "x");
      await vscode.workspace.getConfiguration("euroscribe").update("targetLanguage", "mt", true);
      await vscode.commands.executeCommand("euroscribe.focusSidebar");
      await new Promise((resolve) => setTimeout(resolve, idle));
      await until("nothing to be left that wakes later", () => resources.alive().length === 0).catch(() => {});
      assert.deepEqual([ways, server.requests.length, resources.alive()], [[], 0, []]);
    } finally {
      resources.stop();
      for (const [channel, listener] of listeners) unsubscribe(channel, listener);
      await vscode.workspace.getConfiguration("euroscribe").update("targetLanguage", undefined, true);
    }
  });

  it("ends a cancelled command within 200 ms, without a trace", async () => {
    const editor = await openText("Good morning");
    selectAll(editor);
    server.hold();
    const running = run("translate", { to: "el" });
    await until("the request to arrive", () => server.requests.length === 1);
    const cancelled = Date.now();
    await run("cancel");
    await running;
    const took = Date.now() - cancelled;
    server.release();
    assert.ok(took < 200, `${took} ms`);
    assert.equal(activeReview(), undefined);
    assert.equal(editor.document.getText(), "Good morning");
  });

  it("settles and changes nothing when the server fails", async () => {
    for (const answer of [{ status: 401 }, { status: 404 }, { status: 500 }, { text: "" }, { cutAfter: 3 }]) {
      const failing = await serveAnswers(() => answer);
      try {
        await useServer(failing.url);
        const editor = await openText("Good morning");
        selectAll(editor);
        await run("translate", { to: "el", apply: "replace" });
        assert.equal(editor.document.getText(), "Good morning", JSON.stringify(answer));
      } finally {
        await failing.close();
      }
    }
    await useServer(server.url);
  });

  it("reads the file it wrote byte for byte", async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, "bytes.md");
    const bytes = "\uFEFFGood morning\r\n\r\n  Good evening";
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(bytes));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    select(editor, "Good evening");
    await run("translate", { to: "el", apply: "replace" });
    await editor.document.save();
    assert.equal(await readBytes(uri), "\uFEFFGood morning\r\n\r\n  Καλησπέρα");
  });
});
