import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { AssistantErrorKind, ErrorDetail } from "../../src/core/errors.ts";
import { describeError } from "../../src/editor/describeError.ts";

/** The ways in which an endpoint can fail, and a word that says what to do or what it was. */
const FAILURES: readonly [AssistantErrorKind, ErrorDetail, RegExp][] = [
  ["unreachable", { reason: "ECONNREFUSED" }, /Start it/],
  ["unreachable", { reason: "ENOTFOUND" }, /spelling/],
  ["unreachable", { reason: "UND_ERR_CONNECT_TIMEOUT" }, /firewall/],
  ["unreachable", { reason: "NOT_HTTP" }, /doesn't speak HTTP.*https/],
  ["unreachable", { reason: "ECONNRESET" }, /http where it should be https/],
  ["unreachable", {}, /running/],
  ["tls", { reason: "CERT_HAS_EXPIRED" }, /clock/],
  ["tls", { reason: "ERR_TLS_CERT_ALTNAME_INVALID" }, /another host's/],
  ["tls", { reason: "ERR_SSL_WRONG_VERSION_NUMBER" }, /doesn't speak TLS/],
  ["tls", { reason: "DEPTH_ZERO_SELF_SIGNED_CERT" }, /your system's certificates/],
  ["proxy", {}, /proxy in VS Code's settings/],
  ["redirect", { origin: "https://login.example.eu" }, /https:\/\/login\.example\.eu/],
  ["firstTokenTimeout", { ms: 120_000 }, /120 s/],
  ["idleTimeout", { ms: 60_000 }, /60 s/],
  ["unauthorized", {}, /API key/],
  ["forbidden", {}, /isn't allowed/],
  ["modelNotFound", { model: "EuroLLM" }, /EuroLLM/],
  ["notFound", {}, /\/v1/],
  ["contextExceeded", { limit: 4096, requested: 5000 }, /5000 .*4096/],
  ["contextExceeded", { limit: 4096 }, /4096/],
  ["payloadTooLarge", {}, /larger/],
  ["rateLimited", {}, /Wait/],
  ["rateLimited", { retryAfterMs: 90_000 }, /90 s/],
  ["rateLimited", { reason: "insufficient_quota" }, /quota/],
  ["overloaded", {}, /overloaded/],
  ["serverError", { status: 500 }, /500/],
  ["badRequest", { status: 400, reason: "max_tokens" }, /max_tokens/],
  ["unexpectedAnswer", { received: "text/html" }, /text\/html/],
  ["interrupted", {}, /cut off before its end/],
  ["tooLong", {}, /far longer/],
  ["truncated", {}, /didn't fit/],
  ["filtered", {}, /content filter/],
  ["unknownFinish", { reason: "tool" }, /tool/],
  ["empty", {}, /empty/],
  ["reasoningOnly", {}, /reasoning/],
];

describe("what is said of an endpoint that fails", () => {
  it("is another sentence for each kind of failure, and names what to do", () => {
    const sentences = FAILURES.map(([kind, detail, word]) => {
      const sentence = describeError({ kind, detail }, "Cluster");
      assert.match(sentence, word, `${kind} ${JSON.stringify(detail)}`);
      return sentence;
    });
    assert.equal(new Set(sentences).size, FAILURES.length);
  });
});
