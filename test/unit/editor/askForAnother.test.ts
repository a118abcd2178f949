import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { askForAnother } from "../../../src/editor/askForAnother.ts";
import type { Try } from "../../../src/editor/tries.ts";

const answer = (...texts: readonly string[]): Try =>
  texts.map((text) => ({ text, findings: [], outcome: "changed", tries: 1 }));

describe("askForAnother", () => {
  for (const [name, earlier, answers, expected, temperatures] of [
    ["takes a first answer that is new", ["één"], ["twee"], "twee", [0.7]],
    ["samples again what equals the last one", ["één"], ["één", "twee"], "twee", [0.7, 0.9]],
    ["samples again what equals an earlier one", ["één", "twee"], ["één", "twee", "drie"], "drie", [0.7, 0.9, 1.1]],
    ["gives up after three", ["één"], ["één", "één", "één", "twee"], undefined, [0.7, 0.9, 1.1]],
    ["compares with nothing where there is nothing", [], ["één"], "één", [0.7]],
  ] as const) {
    it(name, async () => {
      const asked: number[] = [];
      const ask = async (temperature: number) => answer(answers[asked.push(temperature) - 1] ?? "");
      const found = await askForAnother({ ask, earlier: earlier.map((text) => answer(text)) });
      assert.deepEqual([found?.[0]?.text, asked], [expected, temperatures]);
    });
  }

  it("takes an answer of which one text alone is new", async () => {
    const found = await askForAnother({ ask: async () => answer("a", "c"), earlier: [answer("a", "b")] });
    assert.deepEqual(found, answer("a", "c"));
  });
});
