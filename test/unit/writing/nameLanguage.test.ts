import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LanguageCode } from "../../../src/core/languages.ts";
import { nameLanguage } from "../../../src/core/writing/nameLanguage.ts";
import type { Task } from "../../../src/core/writing/task.ts";

const TO_GA = { kind: "translate", to: "ga", formality: "auto" } as const;

describe("nameLanguage", () => {
  for (const [task, found, expected] of [
    [TO_GA, "hu", { ...TO_GA, from: "hu" }],
    [TO_GA, "ga", TO_GA],
    [TO_GA, undefined, TO_GA],
    [{ ...TO_GA, from: "fi" }, "et", { ...TO_GA, from: "fi" }],
    [{ kind: "correct" }, "mt", { kind: "correct", language: "mt" }],
    [{ kind: "correct", language: "sl" }, "hr", { kind: "correct", language: "sl" }],
    [{ kind: "rewrite", style: "plain" }, "el", { kind: "rewrite", style: "plain", language: "el" }],
    [{ kind: "summarize", form: "title" }, "bg", { kind: "summarize", form: "title", to: "bg" }],
    [{ kind: "summarize", form: "title", to: "fr" }, "bg", { kind: "summarize", form: "title", to: "fr" }],
  ] as readonly (readonly [Task, LanguageCode | undefined, Task])[]) {
    it(`${JSON.stringify(task)} of a text in ${found}`, async () => {
      assert.deepEqual(await nameLanguage(task, "…", async () => found), expected);
    });
  }
});
