import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Run, untilOver } from "../../../src/core/chat/untilOver.ts";
import { createWatchdog } from "../../../src/core/chat/watchdog.ts";
import type { Clock } from "../../../src/core/clock.ts";
import { AssistantError } from "../../../src/core/errors.ts";

describe("untilOver", () => {
  it("begins nothing where the signal is aborted already", async () => {
    const { clock } = manualClock();
    const over = untilOver({ signal: AbortSignal.abort(), clock }, () => assert.fail("nothing may begin"));
    await assert.rejects(over, { kind: "cancelled" });
  });

  it("closes what a run holds open when it is settled from outside, with a result or an error", async () => {
    for (const [make, settled] of [
      [() => "text", "text"],
      [
        () => {
          throw new AssistantError("idleTimeout");
        },
        "idleTimeout",
      ],
    ] as const) {
      let run: Run<string> | undefined;
      const over = begin((begun) => {
        run = begun;
        return new Promise(() => {});
      });
      run?.settle(make);
      assert.equal(await over.catch(({ kind }) => kind), settled);
      assert.deepEqual([run?.isOver(), run?.connection.aborted], [true, true]);
    }
  });

  it("is settled once: what comes after an end changes nothing", async () => {
    let run: Run<string> | undefined;
    const over = begin(async (begun) => {
      run = begun;
      return "text";
    });
    assert.equal(await over, "text");
    run?.settle(() => "other");
    assert.equal(await over, "text");
  });
});

describe("watchdog", () => {
  it("gives each phase its whole patience, whatever went before", async () => {
    const { clock, pass } = manualClock();
    const expired: string[] = [];
    const watchdog = createWatchdog(clock);
    await pass(50);
    watchdog.begin({ ms: 40, onExpire: () => expired.push("first") });
    await pass(30);
    watchdog.begin({ ms: 20, onExpire: () => expired.push("second") });
    await pass(15);
    assert.deepEqual(expired, []);
    await pass(5);
    assert.deepEqual(expired, ["second"]);
    await pass(100);
    assert.deepEqual(expired, ["second"], "the first is over");
  });

  it("begins no phase after it was stopped", async () => {
    const { clock, pass } = manualClock();
    const watchdog = createWatchdog(clock);
    let expired = 0;
    watchdog.stop();
    watchdog.begin({ ms: 1, onExpire: () => expired++ });
    await pass(10);
    assert.equal(expired, 0);
  });

  it("waits anew from each touch", async () => {
    const { clock, pass } = manualClock();
    let expired = 0;
    const watchdog = createWatchdog(clock);
    watchdog.begin({ ms: 10, onExpire: () => expired++ });
    for (let i = 0; i < 5; i++) {
      await pass(8);
      watchdog.touch();
    }
    assert.equal(expired, 0);
    await pass(10);
    assert.equal(expired, 1);
  });
});

function begin(work: (run: Run<string>) => Promise<string>): Promise<string> {
  return untilOver({ signal: new AbortController().signal, clock: manualClock().clock }, work);
}

/** A clock that stands still but for `pass`, in milliseconds. */
function manualClock() {
  let now = 0;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { until: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => resolve());
      }),
  };
  const pass = async (ms: number) => {
    now += ms;
    for (const sleeper of sleepers) {
      if (sleeper.until > now) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, pass };
}
