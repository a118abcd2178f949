import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { MODELS } from "../../../src/core/models.ts";
import { coverageOf } from "../../../src/core/openModel.ts";
import { findOpenModel, OPEN_MODELS } from "../../../src/core/openModels.ts";

describe("the catalogue of open models", () => {
  const names: readonly [name: string, id: string | undefined][] = [
    ["utter-project/EuroLLM-22B-Instruct-2512", "eurollm-22b"],
    ["hf.co/mradermacher/EuroLLM-1.7B-Instruct-GGUF:Q4_K_M", "eurollm-1.7b"],
    ["alibayram/eurollm-9b-instruct:latest", "eurollm-9b"],
    ["/models/EuroLLM-1.7B-Instruct.Q4_K_M.gguf", "eurollm-1.7b"],
    ["C:\\models\\EuroLLM-9B-Instruct-2512.gguf", "eurollm-9b"],
    ["openeurollm/OpenEuroLLM-8B-Instruct", "openeurollm"],
    ["swiss-ai/Apertus-8B-Instruct-2509", "apertus"],
    ["openGPT-X/Teuken-7B-instruct-commercial-v0.4", "teuken-7b"],
    ["openGPT-X/Teuken-7B-instruct-research-v0.4", "teuken-7b-research"],
    ["BSC-LT/salamandra-7b-instruct", "salamandra"],
    ["TildeAI/TildeOpen-30b", "tildeopen"],
    ["TildeAI/TildeOpen-30b-64k", "tildeopen-64k"],
    ["mistral-small3.2:24b", "mistral-small"],
    ["mistral-small-2506", "mistral-small"],
    ["mistral:latest", "mistral-7b"],
    ["mistral-large-latest", undefined],
    ["gemma3:4b", "gemma-3"],
    ["google/gemma-4-E2B-it", "gemma-4"],
    ["google/translategemma-12b-it", "translategemma"],
    ["Qwen/Qwen3-8B", "qwen3"],
    ["qwen2.5:7b", "qwen2.5"],
    ["openai/qwen2.5-coder", "qwen2.5"],
    ["gpt-4o", undefined],
    ["", undefined],
    ["auto", undefined],
  ];
  for (const [name, id] of names) it(`knows ${name || "nothing"}`, () => assert.equal(findOpenModel(name)?.id, id));

  it("knows the built-in models by their names", () => {
    for (const { name } of MODELS) assert.ok(findOpenModel(name), name);
  });

  it("has each row once, with its source; what isn't known is unknown", () => {
    assert.equal(new Set(OPEN_MODELS.map(({ id }) => id)).size, OPEN_MODELS.length);
    for (const { source } of OPEN_MODELS) assert.match(source, /^https:\/\//);
    const { id, name, names: _, source, ...facts } = findOpenModel("OpenEuroLLM") ?? assert.fail();
    assert.deepEqual(
      Object.values(facts).filter((fact) => fact !== undefined),
      [[]],
    );
  });

  it("tells how well a language is covered", () => {
    const coverage = (model: string, language: "el" | "mt" | "ga" | "fr") =>
      coverageOf(findOpenModel(model) ?? assert.fail(), language);
    assert.deepEqual(
      [
        coverage("eurollm-9b", "mt"),
        coverage("tildeopen-30b", "el"),
        coverage("translategemma", "ga"),
        coverage("mistral-small-2506", "mt"),
        coverage("mistral-small-2506", "fr"),
        coverage("apertus-8b", "mt"),
      ],
      ["covered", "uncovered", "uncovered", "weak", "unknown", "unknown"],
    );
  });
});
