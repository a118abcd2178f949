import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LanguageCode } from "../../../src/core/languages.ts";
import { runTask } from "../../../src/core/writing/runTask.ts";
import type { Task } from "../../../src/core/writing/task.ts";
import { fakeModel } from "../../support/fakeModel.ts";

interface Given {
  readonly task: Task;
  readonly text: string;
  readonly answer: string;
  readonly typography?: boolean;
  readonly detected?: LanguageCode;
}

const run = async ({ task, text, answer, typography = true, detected }: Given) => {
  const model = fakeModel([answer, answer]);
  const signal = new AbortController().signal;
  return runTask({ task, text, model, typography, signal, detectLanguage: async () => detected });
};

const to = (code: LanguageCode): Task => ({ kind: "translate", to: code, formality: "auto" });

describe("the typography of an answer", () => {
  it("gives French its spaces and guillemets", async () => {
    const result = await run({ task: to("fr"), text: 'He said: "Really?"', answer: 'Il dit: "Vraiment?"' });
    assert.equal(result.text, "Il dit\u00a0: «\u00a0Vraiment\u202f?\u00a0»");
    assert.deepEqual(result.findings, []);
  });

  it("gives German its quotation marks", async () => {
    const result = await run({ task: to("de"), text: 'He said: "Yes"', answer: "Er sagte: “Ja”" });
    assert.equal(result.text, "Er sagte: „Ja“");
  });

  it("leaves an answer as it came where it is off", async () => {
    const result = await run({ task: to("fr"), text: 'Say "yes"!', answer: 'Dites "oui"!', typography: false });
    assert.equal(result.text, 'Dites "oui"!');
  });

  it("leaves code, placeholders and addresses", async () => {
    const text = 'Say `"x"` to {name} at https://a.eu/?"q"!';
    const result = await run({ task: to("fr"), text, answer: 'Dites `"x"` à {name} sur https://a.eu/?"q"!' });
    assert.equal(result.text, 'Dites `"x"` à {name} sur https://a.eu/?"q"!');
  });

  it("goes by the detected language where none is named", async () => {
    const task = { kind: "summarize", form: "sentence" } as const;
    const result = await run({ task, text: "Pitkä teksti.", answer: 'Se on "hyvä".', detected: "fi" });
    assert.equal(result.text, "Se on ”hyvä”.");
    const unsure = await run({ task, text: "Pitkä teksti.", answer: 'Se on "hyvä".' });
    assert.equal(unsure.text, 'Se on "hyvä".');
  });

  it("leaves in a correction what the model left", async () => {
    const task = { kind: "correct", language: "fr" } as const;
    const text = "Il est la ! Vous étes où ? “Oui”, dit-il; et puis.";
    const result = await run({ task, text, answer: "Il est là ! Vous êtes où? “Oui”, dit-il; et puis." });
    assert.equal(result.text, "Il est là ! Vous êtes où\u202f? “Oui”, dit-il; et puis.");
  });

  it("keeps the way a writer types in a correction", async () => {
    const task = { kind: "correct", language: "en" } as const;
    const result = await run({ task, text: 'I dont say "its mine"...', answer: "I don't say \"it's mine\"..." });
    assert.equal(result.text, "I don't say \"it's mine\"...");
  });

  it("lets the untouched answer stand where the check then finds more", async () => {
    const text = 'He said "we have received your application" and went home.';
    const answer = 'Er sagte "wir haben Ihren Antrag erhalten" und ging nach Hause.';
    const isFooled = async (one: string) => (one.includes("„") ? "en" : "de") as LanguageCode;
    const signal = new AbortController().signal;
    const options = { task: to("de"), text, typography: true, signal };
    const fooled = await runTask({ ...options, model: fakeModel([answer, answer]), detectLanguage: isFooled });
    assert.deepEqual([fooled.text, fooled.findings], [answer, []]);
    const set = await runTask({ ...options, model: fakeModel([answer]), detectLanguage: async () => "de" });
    assert.equal(set.text, "Er sagte „wir haben Ihren Antrag erhalten“ und ging nach Hause.");
  });
});
