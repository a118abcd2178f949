import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseFromEngine, parseToEngine } from "../../../src/engine/engineProtocol.ts";

const counts = { promptTokens: 1, reusedTokens: 0, completionTokens: 2, promptMs: 1.5, answerMs: 0 };
const messages = [{ role: "user", content: "Għażiż" }];

describe("the messages to the engine", () => {
  const good: readonly object[] = [
    { kind: "load", modelPath: "/m.gguf", contextTokens: 4096 },
    { kind: "load", modelPath: "/m.gguf", contextTokens: 4096, threads: 2 },
    { kind: "complete", id: 1, messages, temperature: 0, maxTokens: 10 },
    { kind: "cancel", id: 1 },
  ];
  const bad: readonly unknown[] = [
    undefined,
    "load",
    { kind: "exec", command: "x" },
    { kind: "load", modelPath: 5, contextTokens: 4096 },
    { kind: "load", modelPath: "/m.gguf", contextTokens: 4096, threads: 0 },
    { kind: "complete", id: 1, messages: [{ role: "tool", content: "" }], temperature: 0, maxTokens: 10 },
    { kind: "complete", id: 1, messages, temperature: Number.NaN, maxTokens: 10 },
    { kind: "complete", id: 1, messages, temperature: 0, maxTokens: 0 },
    { kind: "cancel" },
  ];
  for (const message of good)
    it(`${JSON.stringify(message)} is one`, () => assert.deepEqual(parseToEngine(message), message));
  for (const message of bad)
    it(`${JSON.stringify(message)} is none`, () => assert.equal(parseToEngine(message), undefined));
});

describe("the messages from the engine", () => {
  const good: readonly object[] = [
    { kind: "ready", contextTokens: 4096, threads: 1 },
    { kind: "loadFailed", failure: "outOfMemory", reason: "model: Error" },
    { kind: "delta", id: 0, text: "ż" },
    { kind: "done", id: 0, stop: "end", ...counts },
    { kind: "failed", id: 0, failure: "engineFailed", reason: "answer: Error" },
  ];
  const bad: readonly unknown[] = [
    null,
    [],
    { kind: "delta", id: 0, text: { html: "ż" } },
    { kind: "delta", text: "ż" },
    { kind: "done", id: 0, stop: "stop", ...counts },
    { kind: "done", id: 0, stop: "end", ...counts, promptTokens: -1 },
    { kind: "loadFailed", failure: "cancelled", reason: "" },
  ];
  for (const message of good)
    it(`${JSON.stringify(message)} is one`, () => assert.deepEqual(parseFromEngine(message), message));
  for (const message of bad)
    it(`${JSON.stringify(message)} is none`, () => assert.equal(parseFromEngine(message), undefined));
});
