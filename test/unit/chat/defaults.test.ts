import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Fetch, FetchResponse } from "../../../src/core/chat/fetchPort.ts";
import { createOpenaiModel } from "../../../src/core/chat/openaiModel.ts";
import { silentLogger } from "../../../src/core/log.ts";
import { delta } from "../../support/fakeServer/streamReply.ts";
import { hurriedClock } from "./hurriedClock.ts";

const HERE = "http://127.0.0.1:8080/v1";
const THERE = "https://api.example.eu/v1";

describe("an endpoint of which nothing is set", () => {
  for (const [name, url, firstTokenMs, idleMs] of [
    ["on this computer", HERE, 600_000, 120_000],
    ["elsewhere", THERE, 120_000, 60_000],
  ] as const) {
    it(`T7 ${name}: ${firstTokenMs / 60_000} minutes for the first token, ${idleMs / 60_000} between two`, async () => {
      await assert.rejects(
        complete(url, () => new Promise(() => {})),
        {
          kind: "firstTokenTimeout",
          detail: { ms: firstTokenMs },
        },
      );
      await assert.rejects(
        complete(url, async () => hangingAfter(delta({ content: "Pirms" }))),
        {
          kind: "idleTimeout",
          detail: { ms: idleMs },
        },
      );
    });
  }

  for (const [name, url, atOnce] of [
    ["on this computer one request", HERE, 1],
    ["elsewhere four requests", THERE, 4],
  ] as const) {
    it(`T17 ${name} at a time`, async () => {
      let sent = 0;
      const controller = new AbortController();
      const fetch: Fetch = () => {
        sent += 1;
        return new Promise(() => {});
      };
      const model = createOpenaiModel({ name: "x", url, model: "m", fetch, logger: silentLogger });
      const all = Array.from({ length: 6 }, () => model.complete(request, controller));
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(sent, atOnce);
      controller.abort();
      await Promise.allSettled(all);
    });
  }
});

const request = { messages: [{ role: "user", content: "x" }], temperature: 0, maxTokens: 5 } as const;

/** With a clock whose minutes are milliseconds. */
function complete(url: string, fetch: Fetch) {
  const clock = hurriedClock(60_000);
  const model = createOpenaiModel({ name: "x", url, model: "m", fetch, logger: silentLogger, clock });
  return model.complete(request, { signal: new AbortController().signal, onDelta: () => {} });
}

function hangingAfter(bytes: string): FetchResponse {
  let isSent = false;
  const reader = {
    read: async () => {
      if (isSent) return new Promise<never>(() => {});
      isSent = true;
      return { done: false, value: new TextEncoder().encode(bytes) };
    },
    cancel: async () => {},
  };
  return {
    status: 200,
    type: "default",
    headers: { get: (name) => (name === "content-type" ? "text/event-stream" : null) },
    body: { getReader: () => reader, cancel: async () => {} },
  };
}
