import assert from "node:assert/strict";
import { afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { openText, run, selectAll, until, useEndpoints } from "../support/editor.ts";
import { type FakeServer, startFakeServer } from "../support/fakeServer/fakeServer.ts";
import { playServer } from "../support/fakeServer/servers.ts";
import { errorReply } from "../support/fakeServer/wholeReply.ts";
import { press, screenshot, text } from "../support/vscode/drive.ts";
import {
  chatTexts,
  elsewhere,
  finnish,
  LIST,
  leaveScene,
  onlyWithDriver,
  openNotifications,
  RESULT,
  readNotifications,
  SOURCE,
  setting,
  TITLE,
} from "../support/vscode/endpointScenes.ts";

describe("where text goes", () => {
  let server: FakeServer;

  before(onlyWithDriver);
  afterEach(() => leaveScene(server));

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
      const operator = "run by Mistral AI in France (EU), which doesn't say where its servers are";
      assert.equal(await text(TITLE), `This text will go to api.mistral.ai, ${operator}`);
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
      { name: "OVHcloud", url: "https://oai.endpoints.kepler.ai.cloud.ovh.net/v1", model: "m" },
      { name: "Scaleway", url: "https://api.scaleway.ai/v1", model: "m" },
      { name: "Mistral", url: "https://api.mistral.ai/v1", model: "m" },
      { name: "Ollama", url: "http://localhost:11434/v1", model: "m" },
      { name: "Lab", url: "https://llm.example.eu/v1", model: "m" },
    ]);
    const configuration = vscode.workspace.getConfiguration("euroscribe");
    const tasks = { translate: "Lab", correct: "Ollama", summarize: "Lab" };
    await configuration.update("taskEndpoints", tasks, vscode.ConfigurationTarget.Global);
    const item = '.statusbar-item[id="euroscribe.euroscribe.euroscribe.endpoint"]';
    const shown = async () => (await text(item)).replace(/\s+/g, " ").trim();
    for (const name of ["OVHcloud (EU)", "Scaleway (EU)", "Mistral (EU)"]) {
      await run("selectEndpoint", { endpoint: name.replace(/ .*/u, "") });
      const expected = `${name} · Translate, Summarize: Lab · Correct: Ollama`;
      await until("the status bar to follow", async () => (await shown()) === expected);
    }
  });

  it("warns once before text goes to a model that wasn't made for the language, and sends it", async () => {
    server = await startFakeServer(finnish);
    await useEndpoints([{ name: "Lab", url: server.url, model: "mistral-small3.2:24b" }]);
    await openNotifications();
    for (const to of ["mt", "mt", "fi"]) {
      selectAll(await openText(SOURCE));
      await run("translate", { to, apply: "copy" });
    }
    const warnings = async () => (await readNotifications()).match(/Mistral Small is weak in Maltese/g)?.length ?? 0;
    await until("the warning to be shown", async () => (await warnings()) > 0);
    assert.equal(await warnings(), 1);
    assert.deepEqual(new Set(chatTexts(server)), new Set([SOURCE]));
  });

  it("warns of a model whose template refuses what is sent", async () => {
    server = await startFakeServer(finnish);
    await useEndpoints([{ name: "Lab", url: server.url, model: "google/translategemma-4b-it" }]);
    await openNotifications();
    selectAll(await openText(SOURCE));
    await run("translate", { to: "fi", apply: "copy" });
    const warning = /TranslateGemma's own template refuses plain text/;
    await until("the warning to be shown", async () => warning.test(await readNotifications()));
  });

  it("lets all that goes to one server wait when it says so, whichever model it is for", async () => {
    const times: number[] = [];
    server = await startFakeServer((request) => {
      times.push(Date.now());
      return times.length === 1 ? errorReply(429, "slow down", { "retry-after": "1" }) : finnish(request);
    });
    const endpoint = (name: string) => ({ name, url: server.url, model: name, concurrency: 2 });
    await useEndpoints([endpoint("A"), endpoint("B")]);
    const translate = async (name: string) => {
      await run("selectEndpoint", { endpoint: name });
      selectAll(await openText(SOURCE));
      return run("translate", { to: "fi", apply: "copy" });
    };
    const first = translate("A");
    await until("the first request to be refused", () => times.length === 1);
    await Promise.all([first, translate("B")]);
    assert.equal(times.length, 3);
    assert.ok(
      times.slice(1).every((time) => time - (times[0] ?? 0) >= 900),
      String(times),
    );
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
