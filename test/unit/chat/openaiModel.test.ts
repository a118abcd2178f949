import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { echo } from "../../support/fakeServer/models.ts";
import { streamOf } from "../../support/fakeServer/streamReply.ts";
import { whole } from "../../support/fakeServer/wholeReply.ts";
import { CANARIES } from "./canaries.ts";
import { converse } from "./converse.ts";
import { readFixture } from "./readFixture.ts";

describe("openaiModel", () => {
  it("streams an answer, and sends the smallest body", async () => {
    const { answer, deltas, requests } = await converse(streamOf("Tá an leabhar ar an mbord."));
    assert.deepEqual(answer, { text: "Tá an leabhar ar an mbord.", usage: undefined, hasInvalidBytes: false });
    assert.ok(deltas.length > 5);
    const [request] = requests;
    assert.equal(requests.length, 1);
    assert.equal(request?.method, "POST");
    assert.equal(request?.path, "/v1/chat/completions");
    assert.equal(request?.headers.authorization, `Bearer ${CANARIES.key}`);
    assert.equal(request?.headers["content-type"], "application/json");
    assert.deepEqual(Object.keys(request?.json ?? {}), ["model", "messages", "temperature", "max_tokens", "stream"]);
    assert.equal(request?.json?.stream, true);
  });

  it("asks for a whole answer where nobody listens to deltas", async () => {
    const { answer, requests } = await converse(whole("Kirja on pöydällä."), { mode: "whole" });
    assert.deepEqual(answer, {
      text: "Kirja on pöydällä.",
      usage: { promptTokens: 12, completionTokens: 7 },
      hasInvalidBytes: false,
    });
    assert.equal(requests[0]?.json?.stream, false);
  });

  it("takes a whole answer to a streamed request, and a stream to a whole one", async () => {
    const whileStreaming = await converse(whole("A könyv az asztalon van."));
    assert.equal(whileStreaming.answer?.text, "A könyv az asztalon van.");
    assert.deepEqual(whileStreaming.deltas, ["A könyv az asztalon van."]);
    const whileWhole = await converse(streamOf("Книгата е на масата."), { mode: "whole" });
    assert.equal(whileWhole.answer?.text, "Книгата е на масата.");
  });

  it("reads what a real server sent, streamed and whole", async () => {
    const recorded = readFixture("streamedSpanish.sse");
    const streamed = await converse({
      headers: { "content-type": "text/event-stream" },
      chunks: [{ bytes: recorded }],
    });
    const text = 'El oficina del alcalde abre a las nueve. "Venga temprano," dijo - cuesta 5 €.';
    assert.deepEqual(streamed.answer, { text, usage: undefined, hasInvalidBytes: false });
    const whole = await converse({ chunks: [{ bytes: readFixture("wholeSpanish.json") }] }, { mode: "whole" });
    assert.deepEqual(whole.answer, { text, usage: { promptTokens: 56, completionTokens: 29 }, hasInvalidBytes: false });
  });

  it("sends no key where there is none, and refuses one that no header can hold", async () => {
    const without = await converse(echo, { model: { apiKey: undefined } });
    assert.equal(without.requests[0]?.headers.authorization, undefined);
    const broken = await converse(echo, { model: { apiKey: `${CANARIES.key}\nx` } });
    assert.equal(broken.error?.kind, "unauthorized");
    assert.equal(broken.requests.length, 0);
  });

  it("logs sizes, durations and codes", async () => {
    const { logs } = await converse(streamOf("Il-ktieb"));
    const [line] = logs;
    assert.equal(logs.length, 1);
    assert.equal(line?.event, "chat.answer");
    const { ms, ...fields } = line?.fields ?? {};
    assert.equal(typeof ms, "number");
    assert.deepEqual(fields, {
      endpoint: "fake",
      attempt: 1,
      length: 8,
      promptTokens: undefined,
      hasInvalidBytes: false,
    });
  });
});
