import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, openText, run, selectAll, until, useEndpoints } from "../support/editor.ts";
import { type FakeServer, startFakeServer } from "../support/fakeServer/fakeServer.ts";
import { answerWith } from "../support/fakeServer/models.ts";
import type { MakeReply } from "../support/fakeServer/reply.ts";
import { playServer } from "../support/fakeServer/servers.ts";
import { hasDriver, press, screenshot, text, typeText } from "../support/vscode/drive.ts";

const SOURCE = "Good morning";
const RESULT = "Hyvää huomenta";
const TITLE = ".quick-input-widget .quick-input-title";
const LIST = ".quick-input-widget .quick-input-list";

/** Finnish for our text, and French for the sentence of the extension's own. */
const finnish: MakeReply = answerWith((given) =>
  given === SOURCE ? RESULT : "La bibliothèque ouvre à neuf heures et ferme à dix-huit heures.",
);

/** The server's address under a name that isn't this computer's by its letters: it is asked about as any other. */
function elsewhere({ url }: FakeServer): string {
  return url.replace("127.0.0.1", "0.0.0.0");
}

function setting(key: string): unknown {
  return vscode.workspace.getConfiguration("euroscribe").get(key);
}

function chatTexts({ requests }: FakeServer): readonly string[] {
  return requests
    .filter(({ path }) => path.endsWith("/chat/completions"))
    .map(({ json }) => (json?.messages?.at(-1)?.content ?? "").replace(/^[\s\S]*?\n\n/, ""));
}

describe("where text goes", () => {
  let server: FakeServer;

  before(function () {
    if (!hasDriver()) this.skip();
  });
  afterEach(async () => {
    await press("Escape");
    await closeAll();
    await server.close();
    await useEndpoints(undefined);
    const configuration = vscode.workspace.getConfiguration("euroscribe");
    await configuration.update("taskEndpoints", undefined, vscode.ConfigurationTarget.Global);
  });
  after(() => useEndpoints(undefined));

  describe("the notice before the first text", () => {
    /** Runs the command, waits for the notice, and answers it with these keys. */
    async function translate(keys: readonly string[] | undefined): Promise<string> {
      const editor = await openText(SOURCE);
      selectAll(editor);
      const running = run("translate", { to: "fi", apply: "replace" });
      if (keys) {
        assert.match(await text(TITLE), /unencrypted to http:\/\/0\.0\.0\.0:\d+$/);
        for (const key of keys) await press(key);
      }
      await running;
      return editor.document.getText();
    }

    it("sends nothing before the answer and after No; Once is once; Always holds for the origin", async () => {
      server = await startFakeServer(finnish);
      await useEndpoints([{ name: "Lab", url: elsewhere(server), model: "m" }]);
      // No is what Enter takes where the way isn't encrypted.
      assert.equal(await translate(["Enter"]), SOURCE);
      assert.equal(await translate(["Escape"]), SOURCE);
      assert.equal(server.connections(), 0);
      assert.equal(await translate(["ArrowDown", "Enter"]), RESULT);
      assert.equal(await translate(["ArrowDown", "ArrowDown", "Enter"]), RESULT);
      assert.equal(await translate(undefined), RESULT);
      assert.equal(server.requests.length, 3);
    });

    it("asks for an encrypted way as well, with Once under the cursor", async () => {
      server = await startFakeServer(finnish);
      await useEndpoints([{ name: "Mistral", url: "https://api.mistral.ai/v1", model: "m" }]);
      selectAll(await openText(SOURCE));
      const running = run("translate", { to: "fi" });
      assert.equal(await text(TITLE), "This text will go to api.mistral.ai, run by Mistral AI in France (EU)");
      const list = await text(LIST);
      for (const word of ["Always", "Once", "No"]) assert.ok(list.includes(word), list);
      assert.match(await text(`${LIST} .monaco-list-row.focused`), /^Once/);
      await screenshot("notice");
      await press("Escape");
      await running;
    });

    it("goes away with a cancelled command, which settles", async () => {
      server = await startFakeServer(finnish);
      await useEndpoints([{ name: "Lab", url: elsewhere(server), model: "m" }]);
      selectAll(await openText(SOURCE));
      const running = run("translate", { to: "fi", apply: "replace" });
      await text(TITLE);
      await run("cancel");
      await running;
      await until("the notice to go", async () => (await text(TITLE, 100).catch(() => "gone")) === "gone");
      assert.equal(server.connections(), 0);
    });

    it("isn't shown for a test, whose text is our own, except where the way isn't encrypted", async () => {
      server = await startFakeServer(playServer("vllm", { chat: finnish }));
      await useEndpoints([{ name: "Lab", url: elsewhere(server), model: "m" }]);
      const testing = run("testEndpoint", { endpoint: "Lab" });
      assert.match(await text(TITLE), /^Your API key would go unencrypted to /);
      await press("Enter");
      await testing;
      assert.equal(server.connections(), 0);
    });
  });

  describe("Add Endpoint", () => {
    it("takes an address, asks for the key, the model, and keeps what passed its test", async () => {
      server = await startFakeServer(playServer("llamacpp", { apiKey: "sk-right", chat: finnish }));
      const host = new URL(server.url).host;
      const adding = run("addEndpoint");
      assert.match(await text(LIST), /Built-in model[\s\S]*Mistral[\s\S]*France \(EU\)[\s\S]*Your organisation/);
      await typeText("organisation");
      await press("Enter");
      await until("the address to be asked for", async () => /address/.test(await text(TITLE)));
      await typeText(host);
      await press("Enter");
      await until("the key to be asked for", async () => /^API key/.test(await text(TITLE)));
      await typeText("sk-wrong");
      await press("Enter");
      await until("the key to be asked for anew", async () => /didn't accept/.test(await text(".quick-input-message")));
      await typeText("sk-right");
      await press("Enter");
      await until("the model to be asked for", async () => /^Which model/.test(await text(TITLE)));
      assert.equal(setting("endpoint"), "");
      await press("Enter");
      await adding;
      assert.deepEqual(setting("endpoints"), [{ name: host, url: server.url, model: "SmolLM2.gguf" }]);
      assert.equal(setting("endpoint"), host);
      assert.deepEqual(
        server.requests.map(({ headers, path }) => [path, headers.authorization]),
        [
          ["/v1/models", undefined],
          ["/v1/models", "Bearer sk-wrong"],
          ["/v1/models", "Bearer sk-right"],
          ["/v1/chat/completions", "Bearer sk-right"],
          ["/v1/models", "Bearer sk-right"],
          ["/props", "Bearer sk-right"],
        ],
      );
    });

    it("leaves nothing behind where it is left", async () => {
      server = await startFakeServer(playServer("vllm"));
      const adding = run("addEndpoint");
      await text(LIST);
      await press("Escape");
      await adding;
      assert.deepEqual([setting("endpoints"), setting("endpoint"), server.connections()], [[], "", 0]);
    });
  });

  describe("keys", () => {
    it("go to their own origin alone, stay away from a changed one, and are removed with the endpoint", async () => {
      server = await startFakeServer(playServer("llamacpp", { apiKey: "sk-1", chat: finnish }));
      const other = await startFakeServer(finnish);
      try {
        await useEndpoints([{ name: "Lab", url: server.url, model: "m" }]);
        const setting1 = run("setApiKey", { endpoint: "Lab" });
        await until("the key to be asked for", async () => (await text(TITLE)).includes(new URL(server.url).origin));
        await typeText("sk-1");
        await press("Enter");
        await setting1;
        const result = async () => {
          const editor = await openText(SOURCE);
          selectAll(editor);
          await run("translate", { to: "fi", apply: "replace" });
          return editor.document.getText();
        };
        assert.equal(await result(), RESULT);
        await useEndpoints([{ name: "Lab", url: other.url, model: "m" }]);
        assert.equal(await result(), RESULT);
        assert.deepEqual(
          other.requests.map(({ headers }) => headers.authorization),
          [undefined],
        );
        await useEndpoints([{ name: "Lab", url: server.url, model: "m" }]);
        const removing = run("removeEndpoint", { endpoint: "Lab" });
        await until("the question about the key", async () => /No other endpoint/.test(await text(TITLE)));
        await press("Enter");
        await removing;
        assert.deepEqual(setting("endpoints"), []);
        await useEndpoints([{ name: "Lab", url: server.url, model: "m" }]);
        assert.equal(await result(), SOURCE);
        assert.equal(server.requests.at(-1)?.headers.authorization, undefined);
      } finally {
        await other.close();
      }
    });

    it("are no arguments", async () => {
      server = await startFakeServer(finnish);
      await useEndpoints([{ name: "Lab", url: server.url, model: "m" }]);
      for (const command of ["setApiKey", "testEndpoint", "removeEndpoint", "selectEndpoint"]) {
        await assert.rejects(async () => run(command, { endpoint: "Lab", key: "sk-1" }), /arguments/);
      }
      assert.equal(server.connections(), 0);
    });
  });

  it("switches with the command and Enter, to and fro", async () => {
    server = await startFakeServer(finnish);
    const endpoint = (name: string) => ({ name, url: server.url, model: "m" });
    await useEndpoints([endpoint("A"), endpoint("B"), endpoint("C")]);
    const inUse: unknown[] = [];
    for (const keys of [["Enter"], ["Enter"], ["ArrowDown", "Enter"], ["Enter"]]) {
      const selecting = run("selectEndpoint");
      await text(TITLE);
      for (const key of keys) await press(key);
      await selecting;
      inUse.push(setting("endpoint"));
    }
    assert.deepEqual(inUse, ["B", "A", "C", "A"]);
    await run("selectEndpoint", { endpoint: "B" });
    assert.equal(setting("endpoint"), "B");
  });

  it("shows each place in the status bar, and the tasks that go elsewhere", async () => {
    server = await startFakeServer(finnish);
    await useEndpoints([
      { name: "Mistral", url: "https://api.mistral.ai/v1", model: "m" },
      { name: "Ollama", url: "http://localhost:11434/v1", model: "m" },
      { name: "Lab", url: "https://llm.example.eu/v1", model: "m" },
    ]);
    const configuration = vscode.workspace.getConfiguration("euroscribe");
    const tasks = { translate: "Lab", correct: "Ollama", summarize: "Lab" };
    await configuration.update("taskEndpoints", tasks, vscode.ConfigurationTarget.Global);
    const item = '.statusbar-item[id="euroscribe.euroscribe.euroscribe.endpoint"]';
    const shown = async () => (await text(item)).replace(/\s+/g, " ").trim();
    await until("the status bar to follow", async () => (await shown()).startsWith("Mistral"));
    assert.equal(await shown(), "Mistral (EU) · Translate, Summarize: Lab · Correct: Ollama");
  });

  it("sends a task to its own endpoint, and no other", async () => {
    server = await startFakeServer(finnish);
    const own = await startFakeServer(finnish);
    try {
      await useEndpoints([
        { name: "A", url: server.url, model: "m" },
        { name: "B", url: own.url, model: "m" },
      ]);
      const configuration = vscode.workspace.getConfiguration("euroscribe");
      await configuration.update("taskEndpoints", { translate: "B" }, vscode.ConfigurationTarget.Global);
      selectAll(await openText(SOURCE));
      await run("translate", { to: "fi", apply: "replace" });
      assert.deepEqual([chatTexts(server), chatTexts(own)], [[], [SOURCE]]);
    } finally {
      await own.close();
    }
  });
});
