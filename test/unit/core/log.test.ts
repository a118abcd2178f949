import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { OUTCOMES } from "../../../src/core/document/segmentOutcome.ts";
import { LOG_FIELDS, logLine } from "../../../src/core/log.ts";
import { CANARIES } from "../chat/canaries.ts";

describe("logLine (I4)", () => {
  it("writes the fields that may be written", () => {
    const fields = { endpoint: "Cluster", attempt: 1, ms: 12, status: undefined, hasInvalidBytes: false };
    assert.equal(logLine("chat.answer", fields), "chat.answer endpoint=Cluster attempt=1 ms=12 hasInvalidBytes=false");
    assert.equal(logLine("engine.ended"), "engine.ended");
  });

  it("writes no other field, whatever a wider type lets through", () => {
    const wider: Record<string, string> = { text: CANARIES.text, prompt: CANARIES.prompt, apiKey: CANARIES.key };
    assert.equal(logLine("task", wider), "task");
  });

  it("keeps a value on its line, and what is long out of it", () => {
    const reason = `a\nb\u001b[31m\u202e${"ż".repeat(500)}`;
    assert.equal(logLine("x", { reason }), `x reason=a b [31m ${"ż".repeat(111)}`);
  });

  it("knows the counts of a document", () => {
    const known: readonly string[] = LOG_FIELDS;
    assert.deepEqual(
      OUTCOMES.filter((outcome) => !known.includes(outcome)),
      [],
    );
  });
});
