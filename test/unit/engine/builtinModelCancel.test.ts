import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { describe, it } from "mocha";
import type { ChatAnswer } from "../../../src/core/chat/chatModel.ts";
import { ask, type Scenario } from "../../engine/fakeEngine.ts";
import { failureOf, useFakeModels, waitUntil } from "../../engine/fakeModels.ts";

describe("the built-in model, cancelled", () => {
  const { given, say } = useFakeModels();

  it("rejects within 200 ms and keeps what had arrived", async () => {
    const fake = await given({ answer: ["Dobrý ", "den"], deltaMs: 300 });
    const cancel = new AbortController();
    const outcome = failureOf(say("ahoj", cancel.signal));
    await waitUntil(() => fake.started.length > 0);
    await pause(250);
    const start = performance.now();
    cancel.abort();
    assert.deepEqual(await outcome, ["cancelled", {}, "Dobrý "]);
    assert.ok(performance.now() - start < 200);
  });

  it("while the model loads, it is loaded for the next request all the same", async () => {
    const fake = await given({ loadMs: 250 });
    const cancel = new AbortController();
    const first = failureOf(say("jeden", cancel.signal));
    await waitUntil(() => fake.started.length > 0);
    cancel.abort();
    assert.deepEqual(await first, ["cancelled", {}, undefined]);
    assert.deepEqual([(await say("dva")).text, fake.started.length], ["dva", 1]);
  });

  it("in the line, the others don't notice", async () => {
    const fake = await given({ deltaMs: 20 });
    const cancel = new AbortController();
    const outcomes = [say("üks kaks"), failureOf(say("kolm", cancel.signal)), say("neli")];
    cancel.abort();
    const [first, second, third] = await Promise.all(outcomes);
    assert.deepEqual(
      [(first as ChatAnswer).text, second, (third as ChatAnswer).text, fake.started.length],
      ["üks kaks", ["cancelled", {}, undefined], "neli", 1],
    );
  });

  it("before it began, nothing is started", async () => {
    const fake = await given({});
    assert.deepEqual(await failureOf(say("viens", AbortSignal.abort())), ["cancelled", {}, undefined]);
    assert.equal(fake.started.length, 0);
  });

  it("the engine stops, and goes on with the next request in the same process", async () => {
    const fake = await given({ answer: Array.from({ length: 50 }, () => "a "), deltaMs: 20 }, { graceMs: 5000 });
    const cancel = new AbortController();
    const first = failureOf(say("du", cancel.signal));
    await pause(150);
    cancel.abort();
    await first;
    const deltas: string[] = [];
    const second = new AbortController();
    const next = fake.model.complete(ask("trys"), { signal: second.signal, onDelta: (delta) => deltas.push(delta) });
    await waitUntil(() => deltas.length > 0);
    second.abort();
    await failureOf(next);
    const stops = fake.log.filter(({ event }) => event === "engine.answered").map(({ fields }) => fields?.stop);
    assert.deepEqual([stops, fake.started.length], [["cancelled"], 1]);
  });

  const stubborn: Scenario = { firstOnly: true, ignoresCancel: true, answer: ["tere ", "hommikust"], deltaMs: 1500 };

  it("and the engine doesn't stop: it is ended when others wait and the grace time is over", async () => {
    const fake = await given(stubborn, { graceMs: 100 });
    const cancel = new AbortController();
    const first = failureOf(say("yksi", cancel.signal));
    const second = say("kaksi");
    await waitUntil(() => fake.started.length > 0);
    await pause(150);
    cancel.abort();
    await first;
    assert.deepEqual([(await second).text, fake.started.length], ["tere hommikust", 2]);
  });

  it("and the engine doesn't stop: whoever comes after the grace time needn't wait for it", async () => {
    const fake = await given(stubborn, { graceMs: 50 });
    const cancel = new AbortController();
    const first = failureOf(say("yksi", cancel.signal));
    await waitUntil(() => fake.started.length > 0);
    await pause(150);
    cancel.abort();
    await first;
    await pause(100);
    assert.deepEqual([(await say("kaksi")).text, fake.started.length], ["tere hommikust", 2]);
  });

  it("and the engine stops in time: the next request may take longer than the grace time", async () => {
    const fake = await given({ deltaMs: 60 }, { graceMs: 150 });
    const cancel = new AbortController();
    const first = failureOf(say("een twee drie", cancel.signal));
    await waitUntil(() => fake.started.length > 0);
    await pause(100);
    cancel.abort();
    await first;
    const [second, third] = await Promise.all([say("vier vijf zes zeven acht"), say("negen")]);
    assert.deepEqual([second.text, third.text, fake.started.length], ["vier vijf zes zeven acht", "negen", 1]);
  });

  it("hands out no text that comes later", async () => {
    const fake = await given({ ignoresCancel: true, deltaMs: 40 });
    const cancel = new AbortController();
    const deltas: string[] = [];
    const onDelta = (delta: string) => {
      deltas.push(delta);
      cancel.abort();
    };
    const outcome = fake.model.complete(ask("un doi trei"), { signal: cancel.signal, onDelta });
    assert.deepEqual(await failureOf(outcome), ["cancelled", {}, "un "]);
    await say("patru");
    assert.deepEqual(deltas, ["un "]);
  });
});
