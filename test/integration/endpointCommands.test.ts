import assert from "node:assert/strict";
import { afterEach, before, describe, it } from "mocha";
import { openText, run, selectAll, until, useEndpoints } from "../support/editor.ts";
import { type FakeServer, startFakeServer } from "../support/fakeServer/fakeServer.ts";
import { answerWith } from "../support/fakeServer/models.ts";
import type { Script } from "../support/fakeServer/reply.ts";
import { playServer } from "../support/fakeServer/servers.ts";
import { body, errorReply } from "../support/fakeServer/wholeReply.ts";
import { press, text, typeText } from "../support/vscode/drive.ts";
import {
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

describe("the endpoint commands", () => {
  let server: FakeServer;

  before(onlyWithDriver);
  afterEach(() => leaveScene(server));

  describe("Add Endpoint", () => {
    it("takes an address, asks for the key, the model, and keeps what passed its test", async () => {
      server = await startFakeServer(playServer("llamacpp", { apiKey: "sk-right", chat: finnish }));
      const host = new URL(server.url).host;
      const adding = run("addEndpoint");
      await until("the list of servers", async () =>
        /Built-in model[\s\S]*Mistral[\s\S]*France \(EU\)[\s\S]*Your organisation/.test(await text(LIST)),
      );
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

    it("asks a server that fails without a key for one", async () => {
      // LiteLLM's proxy, installed by pip alone.
      const litellm = playServer("litellm", { chat: finnish });
      server = await startFakeServer((request) =>
        request.headers.authorization === "Bearer sk-1"
          ? litellm(request)
          : body("Internal Server Error", { status: 500 }),
      );
      const adding = run("addEndpoint");
      await until("the list of servers", async () => /Your organisation/.test(await text(LIST)));
      await typeText("organisation");
      await press("Enter");
      await until("the address to be asked for", async () => /address/.test(await text(TITLE)));
      await typeText(new URL(server.url).host);
      await press("Enter");
      await until("the key to be asked for", async () =>
        /failed without a key/.test(await text(".quick-input-message")),
      );
      await typeText("sk-1");
      await press("Enter");
      await until("the model to be asked for", async () => /^Which model/.test(await text(TITLE)));
      await press("Enter");
      await adding;
      assert.deepEqual(setting("endpoints"), [
        { name: new URL(server.url).host, url: server.url, model: "eu/mistral" },
      ]);
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

  describe("Test Endpoint", () => {
    it("shows the answer as words, learns the server's limits, and holds texts to them from then on", async () => {
      const chat = answerWith((given) =>
        given === SOURCE ? RESULT : "La bibliothèque [ouvre](command:x) à neuf heures.",
      );
      server = await startFakeServer(playServer("llamacpp", { chat }));
      await useEndpoints([{ name: "Lab", url: server.url, model: "SmolLM2.gguf" }]);
      await openNotifications();
      await run("testEndpoint", { endpoint: "Lab" });
      // The link that the answer holds isn't one here: its brackets stand apart, or are escaped.
      const words =
        /Lab works: “La bibliothèque \\?\[ouvre\] \(command:x\) à neuf heures\.” \(.* context of 2048 tokens\)/;
      await until("the result to be said", async () => words.test(await readNotifications()));
      const long = Array.from({ length: 800 }, (_, number) => `${SOURCE} ${number}.`).join(" ");
      const editor = await openText(long);
      selectAll(editor);
      server.play(answerWith((given) => given.replaceAll(SOURCE, RESULT)));
      const before = server.requests.length;
      await run("translate", { to: "fi", from: "en", apply: "replace" });
      assert.equal(editor.document.getText(), long.replaceAll(SOURCE, RESULT));
      assert.ok(server.requests.length - before > 2);
      selectAll(editor);
      const sent = server.requests.length;
      await run("rewrite", { style: "plain" });
      assert.equal(server.requests.length, sent);
      await until("the refusal to be said", async () => (await readNotifications()).includes("tokens"));
      await until("the refusal to be said", async () =>
        /needs \d+ tokens, and the model's context has 2048/.test(await readNotifications()),
      );
    });

    it("says what is wrong with each kind of failure, under the endpoint's name", async () => {
      server = await startFakeServer({});
      await useEndpoints([
        { name: "Other", url: server.url, model: "m" },
        { name: "Lab", url: server.url, model: "m" },
      ]);
      const failures: readonly [Script, readonly string[]][] = [
        [errorReply(401, { message: "Invalid API Key" }), ["Lab wants an API key", "Set API Key"]],
        [errorReply(403, "no"), ["Lab refused access", "Set API Key"]],
        [errorReply(404, "model 'm' not found"), ["Lab doesn't have the model m", "Open Settings"]],
        [errorReply(404, "not found"), ["no chat service at the address of Lab", "Open Settings"]],
        [
          { status: 307, headers: { location: "https://login.example.eu/" } },
          ["the text on to https://login.example.eu"],
        ],
        [body("<html>", { headers: { "content-type": "text/html" } }), ["than a chat service does (text/html)"]],
        [errorReply(400, { message: "maximum context length is 128 tokens" }), ["context of 128 tokens"]],
        [{ instead: "rst" }, ["Lab closed the connection", "Try Again"]],
      ];
      for (const [script, words] of failures) {
        await openNotifications();
        server.play(script);
        await run("testEndpoint", { endpoint: "Lab" });
        await until(words.join(", "), async () => {
          const said = await readNotifications();
          return words.every((word) => said.includes(word));
        });
      }
      assert.ok(server.requests.every(({ body: sent }) => !sent.includes(SOURCE)));
    });
  });
});
