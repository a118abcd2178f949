import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Locale } from "../../../src/core/languages.ts";
import { taskOf } from "../../../src/editor/sidebar/taskOf.ts";
import type { Choices } from "../../../src/protocol.ts";
import { CHOICES } from "./messages.ts";

const settings = { formalityFor: (language: Locale) => (language === "de" ? "formal" : "auto") } as const;
const { to: _, ...withoutLanguage } = CHOICES;

const CASES: readonly (readonly [Choices, string, Locale | undefined, unknown])[] = [
  [CHOICES, "", undefined, { kind: "translate", to: "mt", formality: "auto" }],
  [{ ...CHOICES, to: "de" }, "", "en-IE", { kind: "translate", to: "de", formality: "formal", from: "en-IE" }],
  [
    { ...CHOICES, to: "de", formality: "informal" },
    "",
    undefined,
    { kind: "translate", to: "de", formality: "informal" },
  ],
  [withoutLanguage, "", undefined, undefined],
  [{ ...CHOICES, task: "correct" }, "not for this", undefined, { kind: "correct" }],
  [{ ...CHOICES, task: "correct" }, "", "pt-PT", { kind: "correct", language: "pt" }],
  [{ ...CHOICES, task: "rewrite" }, " ", undefined, { kind: "rewrite", style: "clearer" }],
  [
    { ...CHOICES, task: "rewrite" },
    " for children ",
    "fi",
    { kind: "rewrite", style: "clearer", instruction: "for children", language: "fi" },
  ],
  [{ ...CHOICES, task: "rewrite", style: "custom" }, " ", undefined, undefined],
  [{ ...CHOICES, task: "summarize", form: "title" }, "", undefined, { kind: "summarize", form: "title" }],
  [{ ...CHOICES, task: "summarize" }, "", "ga", { kind: "summarize", form: "keyPoints", to: "ga" }],
  [
    { ...CHOICES, task: "summarize", summaryLanguage: "bg" },
    "",
    "ga",
    { kind: "summarize", form: "keyPoints", to: "bg" },
  ],
];

describe("taskOf", () => {
  for (const [choices, instruction, language, expected] of CASES) {
    it(`${choices.task} ${JSON.stringify(expected ?? "is not complete")}`, () => {
      assert.deepEqual(taskOf({ choices, instruction, language, settings }), expected);
    });
  }
});
