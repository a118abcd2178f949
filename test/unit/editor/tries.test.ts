import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Tries, type Try } from "../../../src/editor/tries.ts";

const answer = (text: string): Try => [{ text, findings: [], outcome: "changed", tries: 1 }];

describe("the tries of a run", () => {
  it("shows the newest, and goes back and forth between all of them, no further", () => {
    const tries = new Tries(answer("één"));
    const seen = [tries.texts];
    for (const text of ["twee", "drie"]) tries.add(answer(text));
    const steps = [
      tries.showEarlier,
      tries.showEarlier,
      tries.showEarlier,
      tries.showLater,
      tries.showLater,
      tries.showLater,
    ];
    for (const step of steps) {
      seen.push(tries.texts);
      step.call(tries);
    }
    assert.deepEqual(seen.flat(), ["één", "drie", "twee", "één", "één", "twee", "drie"]);
    assert.deepEqual([tries.position, tries.count, tries.hasEarlier, tries.hasLater], [2, 3, true, false]);
  });
});
