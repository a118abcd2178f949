import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { nextPromptChunk } from "../../../src/engine/promptChunk.ts";

describe("nextPromptChunk", () => {
  const cases: readonly [tokens: number, ms: number, next: number][] = [
    [32, 700, 16], // 46 tokens a second: a 1.5B model on one thread
    [32, 350, 32],
    [32, 100, 128],
    [128, 10, 512],
    [32, 0, 512],
    [16, 60_000, 16],
  ];
  for (const [tokens, ms, next] of cases) {
    it(`is ${next} after ${tokens} in ${ms} ms`, () => assert.equal(nextPromptChunk({ tokens, ms }), next));
  }
});
