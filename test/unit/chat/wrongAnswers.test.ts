import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Script } from "../../support/fakeServer/reply.ts";
import { sse, streamOf } from "../../support/fakeServer/streamReply.ts";
import { body, json, whole } from "../../support/fakeServer/wholeReply.ts";
import { CANARIES } from "./canaries.ts";
import { converse } from "./converse.ts";
import { withoutPauses } from "./withoutPauses.ts";

const page = `<!doctype html><html><title>Login</title>${CANARIES.text}</html>`;
const html = { "content-type": "text/html; charset=utf-8" };
const text = "Raamat on laual.";

describe("T5 something else than was asked for", () => {
  const refused: [string, Script, string, string | undefined][] = [
    ["a login page", body(page, { headers: html }), "unexpectedAnswer", "text/html"],
    ["a login page that says it is a stream", sse([page]), "unexpectedAnswer", "text/html"],
    [
      "a login page that says it is JSON",
      body(`\n ${page}`, { headers: { "content-type": "application/json" } }),
      "unexpectedAnswer",
      "text/html",
    ],
    [
      "plain text",
      body("OK, it works", { headers: { "content-type": "text/plain" } }),
      "unexpectedAnswer",
      "text/plain",
    ],
    [
      "plain text of a word",
      body("OK", { headers: { "content-type": "text/plain" } }),
      "unexpectedAnswer",
      "text/plain",
    ],
    ["text without a type", body("hello there"), "unexpectedAnswer", "unknown"],
    [
      "a type that holds what it shouldn't",
      body("hello there", { headers: { "content-type": CANARIES.key } }),
      "unexpectedAnswer",
      "unknown",
    ],
    ["a stream that isn't one", sse(["Internal error"]), "unexpectedAnswer", "text/event-stream"],
    ["JSON that is no answer", json({ status: "ok", [CANARIES.text]: 1 }), "unexpectedAnswer", "application/json"],
    ["JSON that is no object", json([1, 2]), "unexpectedAnswer", "application/json"],
    ["an answer without choices", json({ choices: [] }), "unexpectedAnswer", "application/json"],
    [
      "JSON line by line",
      body('{"response":"a"}\n{"response":"b"}\n', { headers: { "content-type": "application/x-ndjson" } }),
      "unexpectedAnswer",
      "application/x-ndjson",
    ],
    ["nothing at all", { status: 204 }, "unexpectedAnswer", "HTTP 204"],
    ["a page with 502", body(page, { status: 502, headers: html }), "serverError", undefined],
    ["a page with 404", body(page, { status: 404, headers: html }), "notFound", undefined],
  ];
  for (const [name, script, kind, received] of refused) {
    for (const mode of ["streamed", "whole"] as const) {
      it(`${name}, ${mode}: ${kind} ${received ?? ""}`, async () => {
        const { error } = await converse(script, { mode, model: { queue: withoutPauses() } });
        assert.deepEqual([error?.kind, error?.detail.received], [kind, received]);
      });
    }
  }

  for (const encoding of ["gzip", "br"]) {
    it(`bytes that aren't in ${encoding}, as they say: unexpectedAnswer`, async () => {
      const script = body('{"choices":[]}', { headers: { "content-encoding": encoding } });
      const { error } = await converse(script);
      assert.deepEqual(
        [error?.kind, error?.detail],
        ["unexpectedAnswer", { received: "bytes that can't be unpacked" }],
      );
    });
  }

  const accepted: [string, Script][] = [
    ["a whole answer to a streamed request", whole(text)],
    ["a whole answer called a stream", { ...whole(text), headers: { "content-type": "text/event-stream" } }],
    [
      "a whole answer behind blank lines that keep the connection",
      { chunks: [{ bytes: "\n" }, { bytes: "\n", delayMs: 5 }, ...(whole(text).chunks ?? [])] },
    ],
    ["a whole answer of the wrong type", { ...whole(text), headers: { "content-type": "text/plain" } }],
    ["a stream of the wrong type", { ...streamOf(text), headers: { "content-type": "application/json" } }],
    ["a stream without a type", { ...streamOf(text), headers: {} }],
  ];
  for (const [name, script] of accepted) {
    it(`${name} is accepted`, async () => {
      for (const mode of ["streamed", "whole"] as const) {
        const { answer } = await converse(script, { mode });
        assert.equal(answer?.text, text);
      }
    });
  }
});
