import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createOpenaiModel } from "../../../src/core/chat/openaiModel.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { silentLogger } from "../../../src/core/log.ts";
import type { Chunk, Reply } from "../../support/fakeServer/reply.ts";
import { delta, sse, streamOf } from "../../support/fakeServer/streamReply.ts";
import { errorReply } from "../../support/fakeServer/wholeReply.ts";
import { converse } from "./converse.ts";
import { hurriedClock } from "./hurriedClock.ts";
import { withTransport } from "./withTransport.ts";

const first = delta({ content: "Ποτέ" });
const never = { end: "never" } as const;
const timeouts = { firstTokenTimeoutMs: 60, idleTimeoutMs: 40 };

const hanging: [string, () => Reply, string, string][] = [
  ["headers never", () => ({ instead: "never" }), "firstTokenTimeout", ""],
  ["body never", () => ({ ...sse([]), ...never }), "firstTokenTimeout", ""],
  [
    "a role, and nothing more",
    () => ({ ...sse([delta({ role: "assistant", content: null })]), ...never }),
    "firstTokenTimeout",
    "",
  ],
  ["comments only", () => sse(slowly(": ping\n\n", 20)), "firstTokenTimeout", ""],
  ["blank lines only", () => sse(slowly("\n", 20)), "firstTokenTimeout", ""],
  ["a byte now and then", () => sse(byteByByte(first, 30)), "firstTokenTimeout", ""],
  ["silence after the first piece", () => ({ ...sse([first]), ...never }), "idleTimeout", "Ποτέ"],
  ["comments after the first piece", () => sse([first, ...many(": ping\n\n", 20)]), "idleTimeout", "Ποτέ"],
  ["empty deltas after the first piece", () => sse([first, ...many(delta({}), 20)]), "idleTimeout", "Ποτέ"],
  ["a whole answer that doesn't go on", () => ({ chunks: [{ bytes: '{"choices":' }], ...never }), "idleTimeout", ""],
  [
    "a whole answer, a byte now and then",
    () => ({ chunks: byteByByte('{"choices":[{"message":{"content":"x"}}]}', 30) }),
    "idleTimeout",
    "",
  ],
];

describe("T7 an endpoint that hangs", function () {
  // Real time passes here: a machine that stands still for a moment is no fault of the client's.
  this.retries(2);

  for (const [name, make, kind, partialText] of hanging) {
    it(`${name}: ${kind}`, async () => {
      const { error } = await converse(make(), { model: timeouts, deadlineMs: 1500 });
      const ms = kind === "idleTimeout" ? 40 : 60;
      assert.deepEqual([error?.kind, error?.detail, error?.partialText ?? ""], [kind, { ms }, partialText]);
    });

    it(`${name}: cancelled within 200 ms`, async () => {
      const cancelFrom = partialText === "" ? "request" : "firstPiece";
      const { error, msAfterCancel } = await converse(make(), { cancelAfterMs: 40, cancelFrom });
      assert.deepEqual([error?.kind, error?.partialText ?? ""], ["cancelled", partialText]);
      assert.ok(msAfterCancel < 200, `${msAfterCancel} ms`);
    });
  }

  it("an error without its body is known by its status", async () => {
    const reply: Reply = { ...errorReply(401, "x"), ...never, chunks: [{ bytes: "{" }] };
    const { error, ms } = await converse(reply, { model: { clock: hurriedClock(40) } });
    assert.equal(error?.kind, "unauthorized");
    assert.ok(ms > 100);
  });

  it("a slow answer is none that hangs: every piece of it, and reasoning, is a sign of life", async () => {
    // Either takes longer than the patience with it, whose pauses are seven times as long as any here.
    const model = { firstTokenTimeoutMs: 1200, idleTimeoutMs: 1000 };
    const { answer } = await converse(streamOf("abcdefghij", { chunkSize: 1, delayMs: 150 }), { model });
    assert.equal(answer?.text, "abcdefghij");
    const reasoning = Array.from({ length: 10 }, () => ({ bytes: delta({ reasoning: "hm" }), delayMs: 150 }));
    const thinking = await converse(sse([...reasoning, delta({ content: "a" }, "stop")]), { model });
    assert.equal(thinking.answer?.text, "a");
  });

  it("cancelling releases the socket", async () => {
    await withTransport({ ...sse([first]), ...never }, async (server, transport) => {
      const controller = new AbortController();
      const fetch = transport.fetchFor(server.url);
      const model = createOpenaiModel({ name: "x", url: server.url, model: "m", fetch, logger: silentLogger });
      const request = { messages: [{ role: "user", content: "x" }], temperature: 0, maxTokens: 5 } as const;
      const answer = model.complete(request, { signal: controller.signal, onDelta: () => controller.abort() });
      await assert.rejects(answer, { kind: "cancelled", partialText: "Ποτέ" });
      while (server.openConnections() > 0) await new Promise((resolve) => setImmediate(resolve));
    });
  });

  it("an answer whose connection isn't closed behind it is left after a moment", async () => {
    const reply = streamOf("Ποτέ");
    await withTransport({ ...reply, ...never }, async (server, transport) => {
      const fetch = transport.fetchFor(server.url);
      const model = createOpenaiModel({ name: "x", url: server.url, model: "m", fetch, logger: silentLogger });
      const request = { messages: [{ role: "user", content: "x" }], temperature: 0, maxTokens: 5 } as const;
      const { signal } = new AbortController();
      assert.equal((await model.complete(request, { signal, onDelta: () => {} })).text, "Ποτέ");
      while (server.openConnections() > 0) await new Promise((resolve) => setImmediate(resolve));
    });
  });

  it("a fetch that minds no signal, and a body that minds no cancelling, are not waited for", async () => {
    const deaf = { read: () => new Promise<never>(() => {}), cancel: () => new Promise<never>(() => {}) };
    const response = {
      status: 200,
      type: "default",
      headers: { get: () => null },
      body: { getReader: () => deaf, cancel: deaf.cancel },
    };
    for (const fetch of [() => new Promise<never>(() => {}), async () => response]) {
      const { error, msAfterCancel } = await converse({}, { model: { fetch }, cancelAfterMs: 20 });
      assert.equal(error?.kind, "cancelled");
      assert.ok(msAfterCancel < 200);
    }
  });

  it("a fetch that comes back after the end is closed", async () => {
    const isCancelled = new Promise<void>((resolve) => {
      const reader = { read: () => new Promise<never>(() => {}), cancel: async () => resolve() };
      const body = { getReader: () => reader, cancel: reader.cancel };
      const response = { status: 200, type: "default", headers: { get: () => null }, body };
      const fetch = () => new Promise<typeof response>((give) => setTimeout(() => give(response), 80));
      void converse({}, { model: { fetch }, cancelAfterMs: 20 });
    });
    await isCancelled;
  });

  it("a signal that is aborted already sends nothing", async () => {
    const fetch = () => assert.fail("nothing may be sent");
    const model = createOpenaiModel({ name: "x", url: "http://127.0.0.1/v1", model: "m", fetch, logger: silentLogger });
    const request = { messages: [], temperature: 0, maxTokens: 5 };
    await assert.rejects(
      model.complete(request, { signal: AbortSignal.abort() }),
      (error) => error instanceof AssistantError && error.kind === "cancelled",
    );
  });
});

function* slowly(bytes: string, delayMs: number): Iterable<Chunk> {
  for (;;) yield { bytes, delayMs };
}

function* byteByByte(text: string, delayMs: number): Iterable<Chunk> {
  for (const byte of Buffer.from(text)) yield { bytes: Uint8Array.of(byte), delayMs };
}

function many(bytes: string, delayMs: number): Chunk[] {
  return Array.from({ length: 100 }, () => ({ bytes, delayMs }));
}
