import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { DocumentPlan } from "../../../src/core/document/planDocument.ts";
import { createTurns } from "../../../src/core/document/priorityTurns.ts";
import { runDocuments } from "../../../src/core/document/runDocuments.ts";
import { createRunMeter, type RunProgress } from "../../../src/core/document/runProgress.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { fakeModel } from "../../support/fakeModel.ts";

const plan = (segments: number): DocumentPlan => ({
  segments,
  characters: segments * 10,
  sourceTokens: segments * 10,
  promptTokens: segments * 50,
});
const progress = (segmentsDone: number, requests: number) => ({
  segmentsDone,
  segmentsTotal: 4,
  sourceTokensDone: segmentsDone * 10,
  sourceTokensTotal: 40,
  requests,
  promptTokens: requests * 50,
  completionTokens: requests * 10,
});
const never = new AbortController().signal;

describe("runDocuments", () => {
  it("gives turns to the earliest document that waits, and takes what is cancelled out of the line", async () => {
    const order: string[] = [];
    const held: (() => void)[] = [];
    const model = {
      ...fakeModel((text) => text),
      complete: async ({ messages }: { readonly messages: readonly { readonly content: string }[] }) => {
        order.push(messages[0]?.content ?? "");
        await new Promise<void>((resolve) => held.push(resolve));
        return { text: "", usage: undefined, hasInvalidBytes: false };
      },
    };
    const turns = createTurns(1);
    const ask = (name: string, place: number, signal = never) => {
      const messages = [{ role: "user" as const, content: name }];
      return turns.modelFor(model, place).complete({ messages, temperature: 0, maxTokens: 1 }, { signal });
    };
    const gone = new AbortController();
    const asked = [ask("first", 0), ask("third", 2), ask("second", 1), ask("gone", 0, gone.signal)];
    gone.abort();
    await assert.rejects(asked[3] ?? Promise.resolve(), { kind: "cancelled" });
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      held[turn]?.();
    }
    await Promise.all(asked.slice(0, 3));
    assert.deepEqual(order, ["first", "second", "third"]);
  });

  it("stops at what ends the run, when nothing of it runs any more", async () => {
    const started: string[] = [];
    let isEnded = false;
    const running = runDocuments({
      jobs: ["a", "b", "c", "d"],
      plans: [plan(1), plan(1), plan(1), plan(1)],
      model: fakeModel([]),
      concurrency: 2,
      signal: never,
      onProgress: () => {},
      translate: async (job, { signal }) => {
        started.push(job);
        if (job === "b") throw new AssistantError("unauthorized");
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => setTimeout(resolve, 5)));
        isEnded = true;
      },
    });
    await assert.rejects(running, { kind: "unauthorized" });
    assert.deepEqual([started, isEnded], [["a", "b"], true]);
  });

  it("adds up what the documents tell, and estimates the time by what was asked for", () => {
    let now = 0;
    const seen: RunProgress[] = [];
    const clock = { now: () => now, sleep: async () => {} };
    const meter = createRunMeter({ plans: [plan(3), plan(6)], clock, onProgress: (one) => seen.push(one) });
    // For this model it is a segment more than was planned. Two come from the memory at once; then a segment takes a second.
    meter.update(0, progress(2, 0));
    assert.equal(seen.at(-1)?.millisecondsLeft, undefined);
    now = 5000;
    meter.update(0, progress(2, 1));
    now = 7000;
    meter.update(0, progress(4, 2));
    meter.finish(0);
    assert.deepEqual(seen.at(-1), {
      ...{ segmentsDone: 4, segmentsTotal: 10, sourceTokensDone: 40, sourceTokensTotal: 100 },
      ...{ requests: 2, promptTokens: 100, completionTokens: 20 },
      ...{ documentsDone: 1, documentsTotal: 2, millisecondsLeft: 6000 },
    });
  });
});
