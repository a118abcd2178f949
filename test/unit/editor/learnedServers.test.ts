import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createLearnedServers } from "../../../src/editor/learnedServers.ts";
import { memoryState } from "../../support/memoryState.ts";

const CLUSTER = { url: "https://llm.example.eu/v1", model: "EuroLLM-22B" };

describe("what was learned of servers", () => {
  it("is kept by address and model, and added to", async () => {
    const state = memoryState();
    const learned = createLearnedServers(state);
    assert.deepEqual(learned.of(CLUSTER), {});
    await learned.add(CLUSTER, { quirks: { foldsSystem: true } });
    await learned.add(CLUSTER, { kind: "vllm", contextTokens: 4096 });
    await learned.add(CLUSTER, { slots: 2, quirks: { streams: false } });
    const expected = { kind: "vllm", contextTokens: 4096, slots: 2, quirks: { foldsSystem: true, streams: false } };
    assert.deepEqual(createLearnedServers(state).of(CLUSTER), expected);
    assert.deepEqual(learned.of({ ...CLUSTER, model: "other" }), {});
    assert.deepEqual(learned.of({ ...CLUSTER, url: "https://other.example.eu/v1" }), {});
    await learned.forget(CLUSTER);
    assert.deepEqual(learned.of(CLUSTER), {});
  });

  it("holds the newest hundred", async () => {
    const learned = createLearnedServers(memoryState());
    for (let number = 0; number <= 100; number += 1) {
      await learned.add({ ...CLUSTER, model: `m${number}` }, { contextTokens: 1 + number });
    }
    assert.deepEqual(learned.of({ ...CLUSTER, model: "m0" }), {});
    assert.equal(learned.of({ ...CLUSTER, model: "m100" }).contextTokens, 101);
  });

  it("is nothing where the state holds what no version wrote", async () => {
    const name = JSON.stringify([CLUSTER.url, CLUSTER.model]);
    for (const garbage of [{ contextTokens: "4096" }, { quirks: { maxTokensField: "stop" } }, 7, null, []]) {
      const learned = createLearnedServers(memoryState({ learnedServers: { [name]: garbage } }));
      assert.equal(learned.of(CLUSTER).contextTokens, undefined);
      await learned.add(CLUSTER, { contextTokens: 8 });
      assert.equal(learned.of(CLUSTER).contextTokens, 8);
    }
  });
});
