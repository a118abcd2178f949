import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LANGUAGE_CODES } from "../../../src/core/languages.ts";
import { buildRequest } from "../../../src/core/writing/prompts.ts";
import { GUIDANCE } from "../../../src/core/writing/styles/guidance.ts";
import { STYLES } from "../../../src/core/writing/task.ts";
import { instructionOf } from "../../support/fakeModel.ts";

describe("the styles", () => {
  for (const language of LANGUAGE_CODES) {
    it(`${language}: each has its instruction, plain and gender-neutral language by the language's own means`, () => {
      const instructions = STYLES.map((style) => {
        const task = { kind: "rewrite", style, language, instruction: "Kurz." } as const;
        return instructionOf(buildRequest({ task, text: "x", temperature: 0 }));
      });
      assert.equal(new Set(instructions).size, STYLES.length);
      const own = instructions.filter((text) => Object.values(GUIDANCE[language]).some((rule) => text.includes(rule)));
      assert.equal(own.length, 2);
      const others = LANGUAGE_CODES.filter((code) => code !== language).flatMap((code) =>
        Object.values(GUIDANCE[code]),
      );
      assert.ok(!instructions.some((text) => others.some((rule) => text.includes(rule))));
    });
  }

  it("ask nothing of a language that isn't known", () => {
    const task = { kind: "rewrite", style: "plain" } as const;
    const text = instructionOf(buildRequest({ task, text: "x", temperature: 0 }));
    assert.match(text, /Put it into plain language: .* Stay in the language of the text\. Output/u);
    assert.ok(!text.includes("its rules"));
  });

  it("don't tell the model what the user calls one", () => {
    const task = { kind: "rewrite", style: "custom", instruction: "Για παιδιά.", styleName: "SECRET" } as const;
    assert.ok(!JSON.stringify(buildRequest({ task, text: "x", temperature: 0 })).includes("SECRET"));
  });
});
