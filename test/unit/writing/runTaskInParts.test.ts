import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fitRequest } from "../../../src/core/chat/fitRequest.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { runTaskInParts } from "../../../src/core/writing/runTaskInParts.ts";
import type { Task } from "../../../src/core/writing/task.ts";
import { fakeModel, textOf } from "../../support/fakeModel.ts";

const SENTENCE = "Good morning, dear readers of the library.";
const LONG = Array.from({ length: 40 }, (_, number) => `${SENTENCE} ${number}.`).join("\n\n");
const translate: Task = { kind: "translate", to: "fi", from: "en", formality: "auto" };

async function run(task: Task, text: string, contextTokens?: number) {
  const answering = fakeModel((given) => given.replaceAll("Good morning", "Hyvää huomenta"));
  const model = {
    ...answering,
    contextTokens,
    complete: async (...[request, options]: Parameters<typeof answering.complete>) =>
      answering.complete(fitRequest(request, contextTokens), options),
  };
  const options = { task, text, model, detectLanguage: async () => undefined, signal: new AbortController().signal };
  const result = await runTaskInParts(options).catch((error: AssistantError) => error);
  return { result, sent: answering.requests.map(textOf) };
}

describe("runTaskInParts", () => {
  it("sends a text that fits in one request, and one of whose context nothing is known", async () => {
    assert.equal((await run(translate, LONG, 32_768)).sent.length, 1);
    assert.equal((await run(translate, LONG)).sent.length, 1);
  });

  for (const text of [LONG, LONG.replaceAll("\n", "\r\n"), `\n\n  ${LONG}\n \n`]) {
    it("translates a long one in pieces that fit, and puts them together as they stood", async () => {
      const { result, sent } = await run(translate, text, 1024);
      assert.ok(!(result instanceof AssistantError) && sent.length > 2);
      assert.equal(result.text, text.replaceAll("Good morning", "Hyvää huomenta"));
      assert.deepEqual([result.outcome, result.tries], ["changed", sent.length]);
      assert.equal(sent.join("\n\n").replaceAll("\r", ""), LONG);
    });
  }

  it("says unchanged where every piece is", async () => {
    const { result } = await run({ kind: "correct" }, LONG.replaceAll("Good", "Fine"), 1024);
    assert.ok(!(result instanceof AssistantError));
    assert.equal(result.outcome, "unchanged");
  });

  it("refuses what needs the whole text, with both figures, before anything is sent", async () => {
    const { result, sent } = await run({ kind: "rewrite", style: "plain" }, LONG.repeat(4), 1024);
    assert.ok(result instanceof AssistantError);
    assert.equal(result.kind, "contextExceeded");
    assert.equal(result.detail.limit, 1024);
    assert.ok((result.detail.requested ?? 0) > 1024);
    assert.deepEqual(sent, []);
  });

  it("leaves a summary to see to its parts itself", async () => {
    const { sent } = await run({ kind: "summarize", form: "sentence" }, LONG.repeat(4), 1024);
    assert.ok(sent.length > 1);
  });

  it("refuses a piece that can't be cut", async () => {
    const { result } = await run(translate, `\`\`\`\n${LONG}\n\`\`\``, 512);
    assert.ok(result instanceof AssistantError && result.kind === "contextExceeded");
  });
});

describe("fitRequest", () => {
  const request = (letters: number, maxTokens: number) => ({
    messages: [{ role: "user", content: "a".repeat(letters) }] as const,
    temperature: 0,
    maxTokens,
  });
  it("leaves alone what fits by any tokenizer, and what nothing is known of", () => {
    for (const contextTokens of [undefined, 4096]) {
      assert.deepEqual(fitRequest(request(400, 1000), contextTokens), request(400, 1000));
    }
  });
  it("asks for a shorter answer where the room is scarce, but for a quarter at least", () => {
    assert.equal(fitRequest(request(4000, 3000), 4096).maxTokens, 2590);
    assert.equal(fitRequest(request(8000, 3000), 3000).maxTokens, 750);
  });
  it("throws with the figures where there is none", () => {
    assert.throws(() => fitRequest(request(16_000, 400), 4096), {
      kind: "contextExceeded",
      detail: { limit: 4096, requested: 4104 },
    });
    assert.doesNotThrow(() => fitRequest(request(15_960, 400), 4096));
  });
});
