import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createQueue, type Queue } from "../../../src/core/limit.ts";
import type { Script } from "../../support/fakeServer/reply.ts";
import { delta, event, sse, streamOf } from "../../support/fakeServer/streamReply.ts";
import { errorReply } from "../../support/fakeServer/wholeReply.ts";
import { converse } from "./converse.ts";
import { hurriedClock } from "./hurriedClock.ts";

const answer = streamOf("Knjiga je na mizi.");
/** Seconds from when the header is sent, for a test that comes late to its turn. */
const date = (seconds: number) => `in ${seconds} s`;
const atSending = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const seconds = /^in (-?\d+) s$/u.exec(value)?.[1];
      return [name, seconds ? new Date(Date.now() + Number(seconds) * 1000).toUTCString() : value];
    }),
  );

describe("T8 an endpoint that wants to be left alone for a while", () => {
  /** Status, headers, and what the queue pauses for in ms; `undefined`: gives up at once. */
  const waits: [number, Record<string, string>, [number, number] | undefined][] = [
    [429, {}, [500, 500]],
    [429, { "retry-after": "2" }, [2000, 2000]],
    [503, { "retry-after": "2" }, [2000, 2000]],
    [429, { "retry-after": "0.7" }, [700, 700]],
    [429, { "retry-after": "0" }, [500, 500]],
    [429, { "retry-after": "30" }, [30_000, 30_000]],
    [429, { "retry-after": "31" }, undefined],
    [503, { "retry-after": "86400" }, undefined],
    [429, { "retry-after": "9".repeat(400) }, undefined],
    [429, { "retry-after": "-5" }, [500, 500]],
    [429, { "retry-after": "soon" }, [500, 500]],
    [429, { "retry-after": "2 apples" }, [500, 500]],
    [429, { "retry-after": "2100-01-01T00:00:00Z" }, [500, 500]],
    [429, { "retry-after": "Abc, 99 Xyz 2100 00:00:00 GMT" }, [500, 500]],
    [429, { "retry-after": date(25) }, [5000, 25_100]],
    [429, { "retry-after": date(-60) }, [500, 500]],
    [429, { "retry-after": date(600) }, undefined],
    [429, { "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT", date: "Thu, 01 Jan 2026 00:00:00 GMT" }, [9000, 9000]],
    [429, { "retry-after-ms": "1234", "retry-after": "20" }, [1234, 1234]],
    [429, { "retry-after-ms": "-1", "retry-after": "2" }, [2000, 2000]],
    [503, {}, [500, 500]],
    [529, {}, [500, 500]],
    [500, {}, [500, 500]],
    [408, {}, [500, 500]],
  ];
  for (const [status, headers, wait] of waits) {
    it(`${status} ${JSON.stringify(headers).slice(0, 60)}: ${wait ? `waits ${wait[0]} ms` : "gives up"}`, async () => {
      const { pauses, ...result } = await hurriedly([errorReply(status, "busy", atSending(headers)), answer]);
      if (wait) {
        assert.equal(result.answer?.text, "Knjiga je na mizi.");
        assert.equal(pauses.length, 1);
        const [pause = 0] = pauses;
        assert.ok(pause >= wait[0] && pause <= wait[1], `${pause} ms`);
      } else {
        assert.equal(result.error?.kind, status === 429 ? "rateLimited" : "overloaded");
        assert.ok((result.error?.detail.retryAfterMs ?? 0) > 30_000);
        assert.deepEqual([pauses, result.requests.length], [[], 1]);
      }
    });
  }

  it("is asked again twice at most, each time after longer, with jitter", async () => {
    const { pauses, error, requests } = await hurriedly([errorReply(503, "busy")], () => 0.5);
    assert.deepEqual([error?.kind, requests.length, pauses], ["overloaded", 3, [625, 1250]]);
  });

  it("is never asked again after the first piece of content", async () => {
    const { pauses, error, requests } = await hurriedly([
      sse([delta({ content: "Knji" }), event({ error: { code: 429, message: "busy" } })]),
      answer,
    ]);
    assert.deepEqual([error?.kind, error?.partialText, requests.length, pauses], ["rateLimited", "Knji", 1, []]);
  });

  it("that asks for more than a day is understood as asking for a day", async () => {
    const { error } = await hurriedly([errorReply(429, "busy", { "retry-after": "9".repeat(30) })]);
    assert.equal(error?.detail.retryAfterMs, 86_400_000);
  });

  it("that names a moment in the past is understood as asking for none", async () => {
    const past = "Thu, 01 Jan 2026 00:00:00 GMT";
    const { error } = await hurriedly([errorReply(429, "busy", { "retry-after": past })]);
    assert.equal(error?.detail.retryAfterMs, 0);
  });

  it("isn't asked again after an error inside a 200 that names no status: it may be about anything", async () => {
    const { error, requests } = await hurriedly([sse([event({ error: { message: "out of memory" } })]), answer]);
    assert.deepEqual([error?.kind, requests.length], ["serverError", 1]);
  });

  it("is asked again after a 429 inside a 200", async () => {
    const { answer: got, requests } = await hurriedly([
      sse([event({ error: { code: 429, message: "busy" } })]),
      answer,
    ]);
    assert.deepEqual([got?.text, requests.length], ["Knjiga je na mizi.", 2]);
  });

  it("isn't asked again where the money is spent", async () => {
    const { error, requests } = await hurriedly([
      errorReply(429, { code: "insufficient_quota", message: "no credit" }),
    ]);
    assert.deepEqual([error?.kind, requests.length], ["rateLimited", 1]);
  });

  it("is asked once more after a connection that was reset or closed before any answer", async () => {
    for (const instead of ["rst", "fin"] as const) {
      const once = await hurriedly([{ instead }, answer]);
      assert.equal(once.answer?.text, "Knjiga je na mizi.");
      const always = await hurriedly([{ instead }]);
      assert.deepEqual([always.error?.kind, always.requests.length], ["unreachable", 2]);
    }
  });

  it("is asked once more where what was written to broke, as a connection kept from before does", async () => {
    for (const code of ["EPIPE", "ECONNRESET"]) {
      let tries = 0;
      const fetch = async () => {
        tries += 1;
        throw Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("write"), { code }) });
      };
      const { error } = await converse({}, { model: { fetch, clock: hurriedClock(300) } });
      assert.deepEqual([code, error?.kind, tries], [code, "unreachable", 2]);
    }
  });

  it("can be cancelled during the wait, within 200 ms and without a timer left", async () => {
    const { error, msAfterCancel, requests } = await converse(errorReply(429, "busy", { "retry-after": "20" }), {
      cancelAfterMs: 400,
    });
    assert.deepEqual([error?.kind, requests.length], ["cancelled", 1]);
    assert.ok(msAfterCancel < 200);
  });
});

/** With a clock that goes many times as fast, and a queue that notes its pauses. */
async function hurriedly(script: Script, random: () => number = () => 0) {
  const clock = hurriedClock(300);
  const inner = createQueue({ concurrency: 1, clock });
  const pauses: number[] = [];
  const queue: Queue = {
    run: (task, options) => inner.run(task, options),
    pause: (ms) => {
      pauses.push(ms);
      inner.pause(ms);
    },
  };
  const conversation = await converse(script, { model: { clock, queue, random } });
  return { ...conversation, pauses };
}
