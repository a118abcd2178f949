import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, it } from "mocha";
import { untilCancelled } from "../../../src/core/untilCancelled.ts";

describe("untilCancelled", () => {
  it("settles as the work does, and leaves no listener", async () => {
    const { signal } = new AbortController();
    assert.equal(await untilCancelled(async () => "valmis", signal), "valmis");
    await assert.rejects(
      untilCancelled(() => Promise.reject(new Error("hiba")), signal),
      /hiba/,
    );
    assert.deepEqual(getEventListeners(signal, "abort"), []);
  });

  it("doesn't wait for what hangs, and lets nobody hear of its later end", async () => {
    const controller = new AbortController();
    let fail = () => {};
    const hanging = new Promise<never>((_, reject) => {
      fail = () => reject(new Error("late"));
    });
    const work = untilCancelled(() => hanging, controller.signal);
    controller.abort();
    await assert.rejects(work, { kind: "cancelled" });
    assert.deepEqual(getEventListeners(controller.signal, "abort"), []);
    fail();
    await new Promise((resolve) => setImmediate(resolve));
  });

  it("begins nothing where it was cancelled before", async () => {
    await assert.rejects(
      untilCancelled(() => assert.fail("it began"), AbortSignal.abort()),
      { kind: "cancelled" },
    );
  });
});
