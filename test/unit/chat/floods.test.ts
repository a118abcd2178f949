import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { describe, it } from "mocha";
import type { Chunk, Reply } from "../../support/fakeServer/reply.ts";
import { delta, sse } from "../../support/fakeServer/streamReply.ts";
import { json } from "../../support/fakeServer/wholeReply.ts";
import { ask } from "./ask.ts";
import { converse } from "./converse.ts";
import { memoryFetch } from "./memoryFetch.ts";

const MIB = 1024 * 1024;
const KB64 = Buffer.alloc(64 * 1024, "x");

describe("T6 floods", () => {
  const floods: [string, () => Reply][] = [
    ["a line of 100 MB", () => sse(flood("data: ", KB64, 1600))],
    ["an event of many lines", () => sse(flood("", Buffer.from(`data: ${"x".repeat(60_000)}\n`), 1600))],
    ["a line of 100 MB that is no field", () => sse(flood(": ", KB64, 1600))],
    ["a million empty comments, and more", () => sse(flood("", Buffer.from(":\n\n".repeat(20_000)), 1000))],
    ["an endless stream of empty deltas", () => sse(flood("", Buffer.from(delta({}).repeat(500)), 1e9))],
    ["an endless answer", () => sse(flood("", Buffer.from(delta({ content: "mela " }).repeat(500)), 1e9))],
    ["endless reasoning", () => sse(flood("", Buffer.from(delta({ reasoning: "hm ".repeat(30) }).repeat(500)), 1e9))],
    [
      "endless thinking",
      () =>
        sse(flood(delta({ content: "<think>" }), Buffer.from(delta({ content: "hm ".repeat(30) }).repeat(500)), 1e9)),
    ],
    ["endless blanks", () => sse(flood("", Buffer.from("\n".repeat(60_000)), 1e9))],
    [
      "a whole answer of 100 MB",
      () => ({
        headers: { "content-type": "application/json" },
        chunks: flood('{"choices":[{"message":{"content":"', KB64, 1600),
      }),
    ],
  ];
  for (const [name, make] of floods) {
    it(`${name}: stopped, with at most 64 MB more memory`, async () => {
      const memory = watchMemory();
      const { error, answer } = await converse(make(), { deadlineMs: 10_000 });
      assert.deepEqual([error?.kind, answer], ["tooLong", undefined]);
      assert.ok(memory.growth() < 64 * MIB, `${Math.round(memory.growth() / MIB)} MB`);
    });
  }

  it("a gzip bomb: stopped", async () => {
    const member = gzipSync(Buffer.alloc(10 * MIB, "x"));
    const bomb = Buffer.concat([gzipSync("data: "), ...Array.from({ length: 20 }, () => member)]);
    const memory = watchMemory();
    const headers = { "content-type": "text/event-stream", "content-encoding": "gzip" };
    const { error } = await converse({ headers, chunks: [{ bytes: bomb }] });
    assert.equal(error?.kind, "tooLong");
    assert.ok(memory.growth() < 64 * MIB, `${Math.round(memory.growth() / MIB)} MB`);
  });

  it("an error without end: its beginning is read, and no more", async () => {
    let sent = 0;
    const chunks = {
      *[Symbol.iterator]() {
        yield Buffer.from('{"error":{"message":"no such model');
        for (; ; sent += 1) yield KB64;
      },
    };
    const { error } = await ask(memoryFetch({ status: 404, chunks }));
    assert.equal(error?.kind, "modelNotFound");
    assert.ok(sent <= 2, `${sent} times 64 KB`);
  });

  it("a whole answer that holds too much beside its text: stopped before it is parsed", async () => {
    const json = JSON.stringify({ choices: [{ message: { content: "a" } }], padding: "x".repeat(4 * MIB) });
    const { error } = await ask(memoryFetch({ chunks: [Buffer.from(json)], contentType: "application/json" }));
    assert.equal(error?.kind, "tooLong");
  });

  it("an answer may be four times as long as its text, and 256 KiB in any case", async () => {
    const accepted = await ask(memoryFetch({ chunks: [Buffer.from(delta({ content: "a".repeat(262_144) }, "stop"))] }));
    assert.equal(accepted.answer?.text.length, 262_144);
    const longer = await ask(memoryFetch({ chunks: [Buffer.from(delta({ content: "a".repeat(262_145) }, "stop"))] }));
    assert.equal(longer.error?.kind, "tooLong");
    const messages = [{ role: "user", content: "b".repeat(100_000) }] as const;
    const ofLongText = await converse(json({ choices: [{ message: { content: "a".repeat(400_000) } }] }), {
      messages,
      mode: "whole",
    });
    assert.equal(ofLongText.answer?.text.length, 400_000);
    const tooLong = json({ choices: [{ message: { content: "a".repeat(400_001) } }] });
    assert.equal((await converse(tooLong, { messages, mode: "whole" })).error?.kind, "tooLong");
  });

  it("an event of more than 1 MiB is too long, in one piece as well", async () => {
    const event = delta({ content: "a", padding: "x".repeat(MIB) }, "stop");
    assert.equal((await ask(memoryFetch({ chunks: [Buffer.from(event)] }))).error?.kind, "tooLong");
  });

  it("an answer that comes byte by byte, or all at once, takes time in proportion", async () => {
    const bytes = Buffer.from(delta({ content: "a".repeat(200_000) }, "stop"));
    const slowly = await ask(memoryFetch({ chunks: [...bytes].map((byte) => Uint8Array.of(byte)) }));
    assert.equal(slowly.answer?.text.length, 200_000);
    const atOnce = await ask(
      memoryFetch({ chunks: [Buffer.from(delta({ content: "a" }).repeat(100_000) + delta({}, "stop"))] }),
    );
    assert.equal(atOnce.answer?.text.length, 100_000);
  });
});

function* flood(start: string, piece: Uint8Array, count: number): Iterable<Chunk> {
  yield { bytes: start };
  for (let sent = 0; sent < count; sent += 1) yield { bytes: piece };
}

/** The most that memory grew by, seen at short intervals. */
function watchMemory(): { growth(): number } {
  const { rss: before } = process.memoryUsage();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const interval = setInterval(look, 2).unref();
  return {
    growth: () => {
      look();
      clearInterval(interval);
      return most - before;
    },
  };
}
