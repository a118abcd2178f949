import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createThinkFilter } from "../../../src/core/chat/thinkFilter.ts";

describe("thinkFilter", () => {
  /** What is pushed, what comes out of each push and of the end, and how much thinking was left out. */
  const cases: [readonly string[], readonly string[], number][] = [
    [["<think>hm</think>Ja"], ["Ja", ""], 2],
    [["<think>hm", "m</th", "ink> \n", "Ja"], ["", "", "", "Ja", ""], 3],
    [["<think>hm"], ["", ""], 2],
    [[" \n<think></think>Ja"], ["Ja", ""], 0],
    [["<thi", "s> is"], ["", "<this> is", ""], 0],
    [["<thi"], ["", "<thi"], 0],
    [["Ja <think>hm</think>"], ["Ja <think>hm</think>", ""], 0],
    // Blanks are held while a tag may follow, and not for ever.
    [[" ".repeat(40), " ".repeat(40), "Ja"], ["", " ".repeat(80), "Ja", ""], 0],
  ];
  for (const [pushed, expected, thoughtLength] of cases) {
    it(JSON.stringify(pushed).slice(0, 50), () => {
      const filter = createThinkFilter();
      const got = [...pushed.map((text) => filter.push(text)), filter.end()];
      assert.deepEqual([got, filter.thoughtLength()], [expected, thoughtLength]);
    });
  }
});
