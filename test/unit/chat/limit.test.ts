import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, it } from "mocha";
import { createQueue } from "../../../src/core/limit.ts";
import { resourcesBack } from "./resources.ts";

const { signal } = new AbortController();

describe("limit", () => {
  it("runs so many tasks at a time, in their order", async () => {
    const queue = createQueue({ concurrency: 2 });
    const events: string[] = [];
    let running = 0;
    let most = 0;
    const task = (name: string) => async () => {
      running += 1;
      most = Math.max(most, running);
      events.push(name);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return name;
    };
    const results = await Promise.all(["a", "b", "c", "d", "e"].map((name) => queue.run(task(name), { signal })));
    assert.deepEqual([results, events, most], [["a", "b", "c", "d", "e"], ["a", "b", "c", "d", "e"], 2]);
  });

  it("runs one at a time where none are allowed for", async () => {
    for (const concurrency of [0, -1]) {
      assert.equal(await createQueue({ concurrency }).run(async () => "yes", { signal }), "yes");
    }
  });

  it("begins nothing that was cancelled in the same moment as its turn came", async () => {
    const controller = new AbortController();
    let isBegun = false;
    const running = createQueue({ concurrency: 1 }).run(
      async () => {
        isBegun = true;
      },
      { signal: controller.signal },
    );
    controller.abort();
    await assert.rejects(running, { kind: "cancelled" });
    assert.equal(isBegun, false);
  });

  it("goes on after a task that fails", async () => {
    const queue = createQueue({ concurrency: 1 });
    const failing = queue.run(async () => Promise.reject(new Error("no")), { signal });
    const next = queue.run(async () => "yes", { signal });
    await assert.rejects(failing, /no/);
    assert.equal(await next, "yes");
  });

  it("lets what is tried again go first", async () => {
    const queue = createQueue({ concurrency: 1 });
    const order: string[] = [];
    const note = (name: string) => async () => void order.push(name);
    await Promise.all([
      queue.run(note("a"), { signal }),
      queue.run(note("b"), { signal }),
      queue.run(note("again"), { signal, place: "first" }),
    ]);
    assert.deepEqual(order, ["a", "again", "b"]);
  });

  it("pauses as a whole; the longer pause stands", async () => {
    const queue = createQueue({ concurrency: 2 });
    const began = performance.now();
    queue.pause(60);
    queue.pause(20);
    await Promise.all([queue.run(async () => {}, { signal }), queue.run(async () => {}, { signal })]);
    assert.ok(performance.now() - began >= 58);
  });

  it("a pause that begins during a task holds the next one, and may grow while it lasts", async () => {
    const queue = createQueue({ concurrency: 1 });
    const began = performance.now();
    const first = queue.run(async () => queue.pause(20), { signal });
    const second = queue.run(async () => performance.now() - began, { signal });
    await first;
    queue.pause(60);
    assert.ok((await second) >= 58);
  });

  it("is left at once by what is cancelled while it waits, and no timer or listener stays", async () => {
    const isBack = await resourcesBack();
    const queue = createQueue({ concurrency: 1 });
    const controller = new AbortController();
    queue.pause(60_000);
    const waiting = [1, 2].map(() =>
      queue.run(async () => assert.fail("it was cancelled"), { signal: controller.signal }),
    );
    controller.abort();
    for (const task of waiting) await assert.rejects(task, { kind: "cancelled" });
    assert.deepEqual(getEventListeners(controller.signal, "abort"), []);
    await isBack();
    await assert.rejects(
      queue.run(async () => {}, { signal: controller.signal }),
      { kind: "cancelled" },
    );
  });

  it("what is cancelled while it waits takes no turn from the others", async () => {
    const queue = createQueue({ concurrency: 1 });
    const controller = new AbortController();
    let release = () => {};
    const first = queue.run(() => new Promise<void>((resolve) => (release = resolve)), { signal });
    const second = queue.run(async () => "second", { signal: controller.signal });
    const third = queue.run(async () => "third", { signal });
    controller.abort();
    await assert.rejects(second, { kind: "cancelled" });
    release();
    await first;
    assert.equal(await third, "third");
  });
});
