import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { describe, it } from "mocha";
import type { ChatAnswer } from "../../../src/core/chat/chatModel.ts";
import type { BuiltinModelOptions } from "../../../src/engine/builtinModel.ts";
import { ask, type Scenario } from "../../engine/fakeEngine.ts";
import { failureOf, isAlive, never, useFakeModels, waitUntil } from "../../engine/fakeModels.ts";

describe("the built-in model", () => {
  const { given, say } = useFakeModels();

  it("answers, and streams the pieces of which the answer is made", async () => {
    const fake = await given({ loadMs: 50 });
    const deltas: string[] = [];
    const text = "Καλημέρα σε όλους";
    const answer = await fake.model.complete(ask(text), { signal: never, onDelta: (delta) => deltas.push(delta) });
    assert.deepEqual(answer, { text, usage: { promptTokens: 7, completionTokens: 3 }, hasInvalidBytes: false });
    assert.deepEqual(deltas, ["Καλημέρα ", "σε ", "όλους"]);
  });

  it("leaves out what the model thinks first, unless the text is about that", async () => {
    await given({ answer: ["<think>Hmm</think>\n\n", "Dzień ", "dobry"] });
    assert.equal((await say("witaj")).text, "Dzień dobry");
    assert.equal((await say("a <think> tag")).text, "<think>Hmm</think>\n\nDzień dobry");
  });

  it("loads the model once, for several requests in line, and answers in their order", async () => {
    const fake = await given({ deltaMs: 2 });
    const order: string[] = [];
    const texts = ["Добро утро", "Dia dhuit ar maidin", "Bonġu lil kulħadd"];
    const answers = await Promise.all(
      texts.map(async (text) => {
        const answer = await say(text);
        order.push(answer.text);
        return answer.text;
      }),
    );
    assert.deepEqual([answers, order, fake.started.length], [texts, texts, 1]);
  });

  it("is unloaded after it was idle, and loaded again with the next request", async () => {
    const fake = await given({}, { idleMs: 60 });
    await say("Hyvää huomenta");
    await waitUntil(() => !isAlive(fake.started[0]));
    await say("Jó reggelt");
    assert.equal(fake.started.length, 2);
  });

  it("stays loaded while requests follow each other within the idle time, however long they take", async () => {
    const fake = await given({ deltaMs: 100 }, { idleMs: 400, loadTimeoutMs: 1000 });
    for (const text of ["yksi", "yksi kaksi kolme neljä viisi", "yksi kaksi kolme neljä viisi"]) {
      assert.equal((await say(text)).text, text);
      await pause(50);
    }
    assert.equal(fake.started.length, 1);
  });

  const failures: readonly {
    readonly name: string;
    readonly scenario: Scenario;
    readonly options?: Partial<BuiltinModelOptions>;
    readonly error: readonly [kind: string, detail: unknown, partialText: string | undefined];
  }[] = [
    {
      name: "a crash by exit code in the middle of an answer",
      scenario: { answer: ["Jó ", "nap"], dieAt: { index: 1, code: 1 } },
      error: ["engineCrashed", { reason: "code 1" }, "Jó "],
    },
    {
      name: "a crash by signal",
      scenario: { answer: ["Jó ", "nap"], dieAt: { index: 1, signal: "SIGSEGV" } },
      error: ["engineCrashed", { reason: "SIGSEGV" }, "Jó "],
    },
    {
      name: "an abort for lack of memory",
      scenario: { dieAt: { index: 0, signal: "SIGABRT", stderr: "terminate called: std::bad_alloc" } },
      error: ["outOfMemory", { reason: "SIGABRT" }, undefined],
    },
    {
      name: "the system's kill for lack of memory",
      scenario: { answer: ["Jó ", "nap"], dieAt: { index: 1, signal: "SIGKILL" } },
      error: ["outOfMemory", { reason: "SIGKILL" }, "Jó "],
    },
    {
      name: "an end before it was ready",
      scenario: { exitAtLoad: { code: 3 } },
      error: ["engineCrashed", { reason: "code 3" }, undefined],
    },
    {
      name: "a library that can't be loaded",
      scenario: { loadFailed: { failure: "engineFailed", reason: "library: ERR_MODULE_NOT_FOUND" } },
      error: ["engineFailed", { reason: "library: ERR_MODULE_NOT_FOUND" }, undefined],
    },
    {
      name: "too little memory for the context",
      scenario: { loadFailed: { failure: "outOfMemory", reason: "context: InsufficientMemoryError" } },
      error: ["outOfMemory", { reason: "context: InsufficientMemoryError" }, undefined],
    },
    {
      name: "an engine that isn't ready in time",
      scenario: { loadMs: 60_000 },
      options: { loadTimeoutMs: 80 },
      error: ["engineFailed", { reason: "load timeout" }, undefined],
    },
    {
      name: "an error inside of a request",
      scenario: { failed: { failure: "engineFailed", reason: "answer: Error" } },
      error: ["engineFailed", { reason: "answer: Error" }, undefined],
    },
    {
      name: "a message that no engine sends",
      scenario: { answer: ["Jó ", "nap"], garbageAt: 1, garbage: { kind: "delta", text: 5 } },
      error: ["engineCrashed", { reason: "unknown message" }, "Jó "],
    },
    {
      name: "the end of maxTokens",
      scenario: { answer: ["Jó ", "nap"], stop: "maxTokens" },
      error: ["truncated", {}, "Jó nap"],
    },
    {
      name: "the end of the context",
      scenario: { answer: ["Jó ", "nap"], stop: "contextFull" },
      error: ["contextExceeded", { limit: 100, requested: 10 }, "Jó nap"],
    },
    { name: "an answer of blanks", scenario: { answer: [" ", "\n"] }, error: ["empty", {}, " \n"] },
    {
      name: "thinking and no answer",
      scenario: { answer: ["<thi", "nk>Hm", "m</think>", "\n\n"] },
      error: ["reasoningOnly", {}, undefined],
    },
    {
      name: "a missing file",
      scenario: {},
      options: { modelPath: "/nowhere/model.gguf" },
      error: ["modelMissing", { model: "Fake" }, undefined],
    },
    {
      name: "a missing engine",
      scenario: {},
      options: { engineScript: "/nowhere/engineProcess.mjs" },
      error: ["engineFailed", { reason: "not installed" }, undefined],
    },
    {
      name: "a file that is larger than the memory",
      scenario: {},
      options: { availableMemory: () => 1 },
      error: ["outOfMemory", { model: "Fake", reason: "before loading" }, undefined],
    },
  ];

  for (const { name, scenario, options, error } of failures) {
    it(`reports ${name}`, async () => {
      await given(scenario, options);
      assert.deepEqual(await failureOf(say("Jó napot")), error);
    });
  }

  const fatal: readonly Scenario[] = [
    { dieAt: { index: 1, code: 1 } },
    { exitAtLoad: { code: 3 } },
    { garbageAt: 1, garbage: "Jó" },
  ];
  for (const scenario of fatal) {
    it(`starts anew after ${JSON.stringify(scenario)}`, async () => {
      await given({ ...scenario, firstOnly: true, answer: ["Jó ", "nap"] });
      await failureOf(say("egy"));
      assert.equal((await say("kettő")).text, "Jó nap");
    });
  }

  it("fails only the request that ran when the engine crashed; those behind it are answered", async () => {
    const fake = await given({ firstOnly: true, answer: ["Jó ", "nap"], dieAt: { index: 1, code: 1 } });
    const [first, second, third] = await Promise.allSettled([say("egy"), say("kettő"), say("három")]);
    assert.deepEqual(
      [first.status, textOf(second), textOf(third), fake.started.length],
      ["rejected", "Jó nap", "Jó nap", 2],
    );
  });

  it("survives a crash while it is idle", async () => {
    const fake = await given({});
    await say("yksi");
    process.kill(fake.started[0] ?? 0, "SIGKILL");
    await waitUntil(() => !isAlive(fake.started[0]));
    assert.equal((await say("kaksi")).text, "kaksi");
  });

  it("takes up no request after it was disposed of, and cancels those that ran and waited", async () => {
    const fake = await given({ loadMs: 60_000 });
    const outcomes = [failureOf(say("ena")), failureOf(say("dva"))];
    await waitUntil(() => fake.started.length > 0);
    fake.model.dispose();
    outcomes.push(failureOf(say("tri")));
    const cancelled = ["cancelled", {}, undefined];
    assert.deepEqual(await Promise.all(outcomes), [cancelled, cancelled, cancelled]);
  });

  it("logs counts and codes, and nothing of what was said", async () => {
    const fake = await given({ firstOnly: true, answer: ["KANARIE"], dieAt: { index: 0, code: 1, stderr: "KANARIE" } });
    await failureOf(say("KANARIE"));
    await say("KANARIE");
    assert.ok(fake.log.length >= 3);
    assert.doesNotMatch(JSON.stringify(fake.log), /KANARIE/);
  });
});

function textOf(outcome: PromiseSettledResult<ChatAnswer>): string | undefined {
  return outcome.status === "fulfilled" ? outcome.value.text : undefined;
}
