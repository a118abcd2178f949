import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { translateDocument } from "../../../src/core/document/translateDocument.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { createMemory, type TranslationMemory } from "../../../src/core/memory/translationMemory.ts";
import { type FakeModel, fakeModel, textOf } from "../../support/fakeModel.ts";

const WORDS = ["kirja", "ħobż", "майстор", "leabhar", "γάτα", "szó", "`code`", "**vahva**", "[linkki](https://a.eu)"];
const louder = (text: string) =>
  text.replace(/\p{Ll}+(?![^[]*\]\()/gu, (word) => (word === "code" ? word : `${word}x`));

const blocks = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 5 })
  .map((all) => all.map((words, index) => `${index % 3 === 0 ? "## " : ""}${words.join(" ")} ${index}`));

/** Its first block comes back as it was, and is asked for twice: the run ends in between. */
const TWICE = ["## [linkki](https://a.eu) [linkki](https://a.eu) [linkki](https://a.eu) 0", "kirja kirja 1"];

const translate = (text: string, model: FakeModel, memory: TranslationMemory, signal = new AbortController().signal) =>
  translateDocument({
    text,
    format: "markdown",
    task: { kind: "translate", to: "mt", formality: "auto" },
    model,
    detectLanguage: async () => undefined,
    signal,
    memory,
  });

describe("E9: a document run that ends in the middle", () => {
  it("calls nothing done that isn't kept yet", async () => {
    const happened: string[] = [];
    const { find } = createMemory();
    const store: TranslationMemory["store"] = async (_, { source }) => {
      happened.push(`begins ${source}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      happened.push(`kept ${source}`);
    };
    await translateDocument({
      text: "kirja kirja\n\nszó szó\n",
      format: "markdown",
      task: { kind: "translate", to: "mt", formality: "auto" },
      model: fakeModel(louder),
      detectLanguage: async () => undefined,
      signal: new AbortController().signal,
      memory: { find, store },
      onProgress: ({ segmentsDone }) => happened.push(`${segmentsDone} done`),
    });
    const kept = (text: string) => [`begins ${text}`, `kept ${text}`];
    assert.deepEqual(happened, ["0 done", ...kept("kirja kirja"), "1 done", ...kept("szó szó"), "2 done"]);
  });

  for (const ending of ["cancelled", "cut by a failing server"] as const) {
    it(`${ending} at 50 random points: what was finished isn't sent again, and the result is the same`, async () => {
      await fc.assert(
        fc.asyncProperty(blocks, fc.nat(), async (lines, point) => {
          const text = `${lines.join("\r\n\r\n")}\r\n`;
          const whole = fakeModel(louder);
          const expected = (await translate(text, whole, createMemory())).text;
          const memory = createMemory();
          const controller = new AbortController();
          const last = point % whole.requests.length;
          const first = fakeModel((sent) => {
            if (first.requests.length <= last) return louder(sent);
            if (ending !== "cancelled") throw new AssistantError("interrupted");
            controller.abort();
            throw new AssistantError("cancelled");
          });
          await assert.rejects(translate(text, first, memory, controller.signal), AssistantError);
          const second = fakeModel(louder);
          const resumed = await translate(text, second, memory);
          assert.equal(resumed.text, expected);
          // What is asked for a second time isn't finished before that.
          const open = new Set(whole.requests.slice(last).map(textOf));
          const done = new Set(
            first.requests
              .slice(0, last)
              .map(textOf)
              .filter((sent) => !open.has(sent)),
          );
          assert.deepEqual(
            second.requests.map(textOf).filter((sent) => done.has(sent)),
            [],
          );
        }),
        { numRuns: 50, examples: [[TWICE, 1]] },
      );
    }).timeout(20_000);
  }
});
