import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ChatModel } from "../../../../src/core/chat/chatModel.ts";
import { AssistantError } from "../../../../src/core/errors.ts";
import { describeFault } from "../../../../src/core/writing/describeFault.ts";
import { runTask } from "../../../../src/core/writing/runTask.ts";
import type { Task } from "../../../../src/core/writing/task.ts";
import { type FakeModel, fakeModel, instructionOf, textOf } from "../../../support/fakeModel.ts";

const signal = new AbortController().signal;
const detectLanguage = async () => undefined;
const PARAGRAPH: Task = { kind: "summarize", form: "paragraph", to: "fi" };

const run = (model: ChatModel, text: string, task: Task = PARAGRAPH) =>
  runTask({ task, text, model, detectLanguage, signal });

/** Sections whose n-th says its number, each longer than 1,000 characters. */
const section = (n: number) =>
  `## Luku ${n}\n\nLuvussa ${n} kerrotaan asiasta. ${"Ja muusta sellaisesta. ".repeat(50)}\n\n`;
const LONG = Array.from({ length: 12 }, (_, index) => section(index + 100)).join("");

/** Says which numbers it read, as a model with so many tokens of context. */
function smallModel(contextTokens: number, told?: number): FakeModel & { readonly contextTokens: number | undefined } {
  const model = fakeModel((text) => {
    if (text.length > contextTokens * 2) throw new AssistantError("contextExceeded", { limit: contextTokens });
    return `Luvut ${[...new Set(text.match(/\d+/gu))].join(", ")} kerrotaan.`;
  });
  return { ...model, contextTokens: told };
}

describe("summarize", () => {
  it("asks once where the text fits", async () => {
    const model = smallModel(100_000);
    const { text, tries, findings } = await run(model, LONG);
    assert.deepEqual([tries, findings, model.requests.length], [1, [], 1]);
    assert.match(text, /^Luvut 100, .*111 kerrotaan\.$/u);
  });

  for (const [name, model] of [
    ["that is known", smallModel(2000, 2000)],
    ["that a refusal tells", smallModel(2000)],
    ["that is smaller than it was said to be", smallModel(2000, 8000)],
  ] as const) {
    it(`takes in parts what is longer than a context ${name}, and leaves no section out`, async () => {
      const { text, findings } = await run(model, LONG);
      assert.deepEqual(findings, []);
      for (let n = 100; n < 112; n += 1) assert.ok(text.includes(String(n)), text);
      const last = model.requests.at(-1);
      assert.ok(last && textOf(last).startsWith("Luvut 100"), "the summaries of the parts are what is summarized");
      assert.match(instructionOf(last), /in one short paragraph\. Write in Finnish/u);
      const parts = model.requests.filter((request) => instructionOf(request).includes("as notes of about"));
      assert.ok(parts.length >= 5 && parts.every((request) => textOf(request).startsWith("## Luku")));
    });
  }

  it("checks what comes of it against the text itself, and leads its points back to it", async () => {
    const answers = (text: string) =>
      text.startsWith("##")
        ? `Luvussa ${text.match(/\d+/u)?.[0]} kerrotaan asiasta.`
        : "Luvussa 105 kerrotaan asiasta. Tapasi Kekkosen 77 kertaa.";
    const model = { ...fakeModel(answers), contextTokens: 2000 };
    const { text, findings, passages } = await run(model, LONG);
    assert.deepEqual(findings, [
      { kind: "numbers", missing: [], added: ["77"] },
      { kind: "names", missing: [], added: ["Kekkosen"] },
    ]);
    assert.match(describeFault(findings), /\(not in the text: 77\)\. it named what the text does not: Kekkosen\./u);
    assert.deepEqual(
      passages?.map(({ point, source }) => [text.slice(point.start, point.end), LONG.slice(source.start, source.end)]),
      [["Luvussa 105 kerrotaan asiasta.", "Luvussa 105 kerrotaan asiasta."]],
    );
  });

  it("gives passages in the text as it stands in the document", async () => {
    const text = "  Kirjasto avataan klo 9.\r\n  Kahvila on kiinni.\r\n";
    const { passages, text: summary } = await run(fakeModel(["- Kahvila kiinni"]), text);
    const [first] = passages ?? [];
    assert.ok(first);
    assert.equal(summary.slice(first.point.start, first.point.end), "Kahvila kiinni");
    assert.equal(text.slice(first.source.start, first.source.end), "Kahvila on kiinni.");
  });

  it("streams the summary itself, and nothing of its parts", async () => {
    const deltas: string[] = [];
    const model = smallModel(2000, 2000);
    const onDelta = (piece: string) => deltas.push(piece);
    const { text } = await runTask({ task: PARAGRAPH, text: LONG, model, detectLanguage, signal, onDelta });
    assert.equal(deltas.join(""), text);
  });

  it("gives up with the limit where parts don't get shorter, and with the error of a part that fails", async () => {
    await assert.rejects(run({ ...fakeModel((text) => text), contextTokens: 600 }, LONG), {
      kind: "contextExceeded",
      detail: { limit: 600 },
    });
    const failing = fakeModel((text) => {
      if (text.includes("105")) throw new AssistantError("serverError");
      return "ok";
    });
    await assert.rejects(run({ ...failing, contextTokens: 2000 }, LONG), { kind: "serverError" });
    const refusing = fakeModel(() => {
      throw new AssistantError("contextExceeded", { limit: 10 });
    });
    await assert.rejects(run(refusing, LONG), { kind: "contextExceeded" });
    assert.equal(refusing.requests.length, 1);
  });

  it("ends the other parts when one fails", async () => {
    let signals: readonly AbortSignal[] = [];
    const model: ChatModel = {
      name: "failing",
      contextTokens: 2000,
      complete: (request, options) => {
        signals = [...signals, options.signal];
        if (textOf(request).includes("105")) return Promise.reject(new AssistantError("serverError"));
        return new Promise(() => {});
      },
    };
    await assert.rejects(run(model, LONG), { kind: "serverError" });
    assert.ok(signals.length > 1 && signals.every(({ aborted }) => aborted));
  });

  it("ends the other parts when it is cancelled", async () => {
    const controller = new AbortController();
    let signals: readonly AbortSignal[] = [];
    const hanging: ChatModel = {
      name: "hanging",
      contextTokens: 2000,
      complete: (_, options) => {
        signals = [...signals, options.signal];
        return new Promise((_, reject) =>
          options.signal.addEventListener("abort", () => reject(new AssistantError("cancelled"))),
        );
      },
    };
    const running = runTask({ task: PARAGRAPH, text: LONG, model: hanging, detectLanguage, signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await assert.rejects(running, { kind: "cancelled" });
    assert.ok(signals.length > 1 && signals.every(({ aborted }) => aborted));
  });
});

describe("the length of a summary", () => {
  const words = (count: number) =>
    Array.from({ length: count }, (_, index) => `sana${"abcdefghij"[index % 10]}`).join(" ");
  /** Writes so many times the words that it is asked for. */
  const erring = (factor: number) => {
    const model = fakeModel(() => {
      const last = model.requests.at(-1);
      return words(Math.round(factor * Number(/about (\d+) words/u.exec(last ? instructionOf(last) : "")?.[1])));
    });
    return model;
  };
  const SOURCE = words(400);
  const asked: Task = { ...PARAGRAPH, length: 50 };

  for (const [factor, requests] of [
    [1, 1],
    [1.15, 1],
    [1.6, 3],
    [0.5, 3],
    [2.5, 3],
  ] as const) {
    it(`is kept by a model that writes ${factor} times as much, in ${requests} requests`, async () => {
      const model = erring(factor);
      const { text, findings, tries } = await run(model, SOURCE, asked);
      const count = text.split(" ").length;
      assert.deepEqual([findings, tries, model.requests.length], [[], requests, requests]);
      assert.ok(count >= 40 && count <= 60, String(count));
    });
  }

  it("is told to be another where the model can't keep it, with the nearest of its tries", async () => {
    const counts = [200, 150, 180, 120, 300, 160];
    const model = fakeModel(counts.map(words));
    const { text, findings } = await run(model, SOURCE, asked);
    assert.equal(text.split(" ").length, 120);
    assert.deepEqual(findings, [{ kind: "wordCount", asked: 50, got: 120 }]);
    assert.match(describeFault(findings), /it had 120 words instead of about 50\./u);
  });

  it("isn't asked of a summary without one", async () => {
    const model = fakeModel([words(300)]);
    assert.deepEqual((await run(model, SOURCE)).findings, []);
  });
});
