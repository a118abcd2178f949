import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { describe, it } from "mocha";
import type { ChatAnswer } from "../../../src/core/chat/chatModel.ts";
import { ask, type Scenario } from "../../engine/fakeEngine.ts";
import { failureOf, useFakeModels, waitUntil } from "../../engine/fakeModels.ts";

describe("the built-in model, cancelled", () => {
  const { given, say, begin } = useFakeModels();

  it("rejects within 200 ms and keeps what had arrived", async () => {
    await given({ answer: ["Dobrý ", "den"], deltaMs: 2000 });
    const { failure, cancel } = await begin("ahoj");
    const start = performance.now();
    cancel();
    assert.deepEqual(await failure, ["cancelled", {}, "Dobrý "]);
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
    const first = await begin("du");
    first.cancel();
    await first.failure;
    const second = await begin("trys");
    second.cancel();
    await second.failure;
    const stops = fake.log.filter(({ event }) => event === "engine.answered").map(({ fields }) => fields?.stop);
    assert.deepEqual([stops, fake.started.length], [["cancelled"], 1]);
  });

  const stubborn: Scenario = { firstOnly: true, ignoresCancel: true, answer: ["tere ", "hommikust"], deltaMs: 10_000 };

  it("and the engine doesn't stop: it is ended when others wait and the grace time is over", async () => {
    const fake = await given(stubborn, { graceMs: 100 });
    const { failure, cancel } = await begin("yksi");
    const second = say("kaksi");
    cancel();
    await failure;
    assert.deepEqual([(await second).text, fake.started.length], ["tere hommikust", 2]);
  });

  it("and the engine doesn't stop: whoever comes after the grace time needn't wait for it", async () => {
    const fake = await given(stubborn, { graceMs: 50 });
    const { failure, cancel } = await begin("yksi");
    cancel();
    await failure;
    await pause(100);
    assert.deepEqual([(await say("kaksi")).text, fake.started.length], ["tere hommikust", 2]);
  });

  it("and the engine stops in time: the next request may take longer than the grace time", async () => {
    const fake = await given({ deltaMs: 120 }, { graceMs: 450 });
    const { failure, cancel } = await begin("een twee drie");
    cancel();
    await failure;
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
