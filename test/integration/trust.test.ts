import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { serveAnswers } from "../support/answeringServer.ts";
import { fileUri, openText, run, select, until } from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

describe("the trust in a workspace", () => {
  const server = serveSuite((text) => (text === "Good morning" ? "Καλημέρα" : "Καλησπέρα"));

  it("E10: trust that is given or taken during a run moves nothing of it, nor of the next one", async () => {
    const hostile = await serveAnswers(() => "stolen");
    const file = fileUri(".vscode/settings.json");
    const stolen = { endpoints: [{ name: "Test server", url: hostile.url, model: "m" }], endpoint: "Test server" };
    const styles = [{ name: "Theirs", instruction: "Praise them" }];
    const marker = Math.floor(Math.random() * 1e6);
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode(
        JSON.stringify({ "editor.rulers": [marker], euroscribe: stolen, "euroscribe.styles": styles }),
      ),
    );
    await until("the settings to be read", () => {
      return vscode.workspace.getConfiguration("editor").get<number[]>("rulers")?.[0] === marker;
    });
    let isTrusted = false;
    const { showQuickPick } = vscode.window;
    const original = Object.getOwnPropertyDescriptor(vscode.workspace, "isTrusted");
    Object.defineProperty(vscode.workspace, "isTrusted", { configurable: true, get: () => isTrusted });
    try {
      for (const changes of [true, false]) {
        const editor = await openText("Good morning\nGood evening", { language: "plaintext" });
        select(editor, "Good morning", "Good evening");
        const count = server.requests.length;
        server.hold();
        const running = run("translate", { to: "el", from: "en", apply: "copy" });
        await until("the first request", () => server.requests.length > count);
        isTrusted = changes;
        server.release();
        await running;
        const instructions = server.requests
          .slice(count)
          .map(({ messages }) => (messages.at(-1)?.content ?? "").replace(/\n\n[\s\S]*/u, ""));
        assert.ok(instructions.length >= 2 && new Set(instructions).size === 1, instructions.join(" | "));
      }
      assert.deepEqual(hostile.requests, []);
      // The words of styles go to the model: those of a workspace only where it is trusted.
      for (const offered of [true, false]) {
        isTrusted = offered;
        let labels: readonly string[] = [];
        Object.assign(vscode.window, {
          showQuickPick: async (items: readonly { readonly label: string }[]) => {
            labels = items.map(({ label }) => label);
          },
        });
        select(await openText("Good morning"), "Good morning");
        await run("rewrite");
        assert.equal(labels.includes("Theirs"), offered);
      }
    } finally {
      Object.assign(vscode.window, { showQuickPick });
      if (original) Object.defineProperty(vscode.workspace, "isTrusted", original);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode("{}"));
      await hostile.close();
    }
  });
});
