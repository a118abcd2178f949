import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, it } from "mocha";
import { DeltaBuffer } from "../../../src/editor/sidebar/deltaBuffer.ts";

describe("the pieces of an answer on their way to the page", () => {
  it("go together, in their order, and once", async () => {
    const sent: string[] = [];
    const buffer = new DeltaBuffer((text) => sent.push(text));
    for (const piece of "Ħobż u ilma") buffer.add(piece);
    assert.deepEqual(sent, []);
    await sleep(100);
    assert.deepEqual(sent, ["Ħobż u ilma"]);
    buffer.add("!");
    buffer.flush();
    buffer.flush();
    await sleep(100);
    assert.deepEqual(sent, ["Ħobż u ilma", "!"]);
  });
});
