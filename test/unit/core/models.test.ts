import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { chooseBuiltinModel, findFallbackModel, findModel, MODELS } from "../../../src/core/models.ts";
import { TASK_KINDS } from "../../../src/core/writing/task.ts";

const EUROLLM = "EuroLLM-1.7B-Instruct.Q4_K_M.gguf";
const QWEN = "qwen2.5-1.5b-instruct-q4_k_m.gguf";
const CODER = "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf";

describe("chooseBuiltinModel", () => {
  const cases = [
    { task: "translate", present: [], chosen: "missing eurollm-1.7b-instruct" },
    { task: "translate", present: [EUROLLM, QWEN, CODER], chosen: "present eurollm-1.7b-instruct" },
    { task: "translate", present: [CODER], chosen: "present qwen2.5-coder-1.5b-instruct" },
    // Good for other tasks alone: it doesn't step in.
    { task: "translate", present: [QWEN], chosen: "missing eurollm-1.7b-instruct" },
    { task: "translate", present: ["another.gguf"], chosen: "missing eurollm-1.7b-instruct" },
    { task: "correct", present: [EUROLLM], chosen: "missing qwen2.5-1.5b-instruct" },
    { task: "rewrite", present: [EUROLLM, QWEN], chosen: "present qwen2.5-1.5b-instruct" },
    { task: "summarize", present: [EUROLLM, CODER], chosen: "present qwen2.5-coder-1.5b-instruct" },
  ] as const;
  for (const { task, present, chosen } of cases) {
    it(`${task} with ${present.join(", ") || "nothing"}: ${chosen}`, () => {
      const choice = chooseBuiltinModel(task, present);
      assert.equal(`${choice.kind} ${choice.model.id}`, chosen);
    });
  }
});

describe("the catalogue of models", () => {
  it("has a first choice for every task", () => {
    assert.deepEqual(
      TASK_KINDS.map((task) => chooseBuiltinModel(task, []).model.id),
      ["eurollm-1.7b-instruct", "qwen2.5-1.5b-instruct", "qwen2.5-1.5b-instruct", "qwen2.5-1.5b-instruct"],
    );
  });

  it("holds open models alone, each once", () => {
    assert.deepEqual([...new Set(MODELS.map(({ licence }) => licence))], ["Apache-2.0"]);
    assert.equal(new Set(MODELS.map(({ id }) => id)).size, MODELS.length);
    assert.equal(new Set(MODELS.map(({ fileName }) => fileName)).size, MODELS.length);
  });

  it("takes from packages only what it knows the hash of", () => {
    for (const { packages, sha256, bytes } of MODELS) {
      if (packages) assert.match(`${sha256} ${bytes}`, /^[0-9a-f]{64} \d+$/);
    }
  });

  it("finds by id", () => {
    assert.equal(findModel("eurollm-1.7b-instruct")?.fileName, EUROLLM);
    assert.equal(findModel("gpt"), undefined);
    assert.equal(findFallbackModel()?.fileName, CODER);
  });
});
