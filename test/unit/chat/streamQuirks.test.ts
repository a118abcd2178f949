import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Script } from "../../support/fakeServer/reply.ts";
import { DONE, delta, event, sse, streamOf } from "../../support/fakeServer/streamReply.ts";
import { json, whole } from "../../support/fakeServer/wholeReply.ts";
import { converse } from "./converse.ts";
import { hurriedClock } from "./hurriedClock.ts";
import { readFixture } from "./readFixture.ts";
import { withoutPauses } from "./withoutPauses.ts";

const word = "slovenčina";
const content = delta({ content: word });
const stop = delta({}, "stop");
const parts = [
  { type: "thinking", thinking: [{ type: "text", text: "hm" }] },
  { type: "text", text: "sloven" },
  { type: "text", text: "čina" },
];

describe("T4 what servers stream", () => {
  const complete: [string, readonly string[]][] = [
    ["no [DONE]", [content, stop]],
    ["no finish_reason", [content, DONE]],
    ["no blank line at the end", [content, stop.trimEnd()]],
    ["junk after [DONE]", [content, stop, DONE, delta({ content: "x" }), "data: junk\n\n", event({ error: "late" })]],
    ["junk after the end", [content, stop, "data: {broken\n\n"]],
    ["comments", [": ping\n\n", content, ":\n", ": OPENROUTER PROCESSING\n\n", stop]],
    [
      "choices that are empty, null, missing",
      [event({ choices: [] }), event({ choices: null }), event({ id: "x" }), content, stop],
    ],
    [
      "content that is null, omitted, empty",
      [delta({ content: null }), delta({ role: "assistant" }), delta({ content: "" }), content, stop],
    ],
    ["content in parts", [delta({ content: parts }), stop]],
    ["a message in place of a delta", [event({ choices: [{ message: { content: word }, finish_reason: "stop" }] })]],
    ["events that are no objects", ["data: null\n\n", "data: 3\n\n", "data:\n\n", content, stop]],
    ["other fields and events", ["event: ping\ndata: {}\n\n", "id: 7\nretry: 10\nfoo: bar\n", content, stop]],
    [
      "other choices than the first, which are somebody else's",
      [
        event({ choices: [{ index: 1, delta: { content: "x" } }] }),
        event({
          choices: [
            { index: 1, delta: { content: "y" }, finish_reason: "length" },
            { index: 0, delta: {} },
          ],
        }),
        content,
        stop,
        event({ choices: [{ index: 2, delta: {}, finish_reason: "content_filter" }] }),
      ],
    ],
    ["an error that is false", [event({ error: false, choices: [{ delta: { content: word } }] }), stop]],
    ["an error that is empty", [event({ error: "", choices: [{ delta: { content: word } }] }), stop]],
    ["an error that is null", [event({ error: null, choices: [{ delta: { content: word } }] }), stop]],
    ["a finish_reason of Hugging Face's", [content, delta({}, "eos_token")]],
    [
      "a finish_reason that says nothing",
      [delta({ content: "sloven" }, ""), delta({ content: "čina" }, "null"), delta({}, "stop")],
    ],
    ["data without a blank before it", [content.replace("data: ", "data:"), stop]],
    ["reasoning, then content", [delta({ reasoning_content: "hm" }), delta({ reasoning: "hm" }), content, stop]],
    [
      "long reasoning, then content",
      [...Array.from({ length: 50 }, () => delta({ reasoning: "hm ".repeat(300) })), content, stop],
    ],
    [
      "thinking before the content",
      [delta({ content: "\n<think>hm" }), delta({ content: "</think>\n\n" }), content, stop],
    ],
  ];
  for (const [name, events] of complete) {
    it(`${name}: the content alone`, async () => {
      const { answer, error } = await converse(sse(events));
      assert.deepEqual([answer?.text, error?.kind], [word, undefined]);
    });
  }

  it("[DONE] inside the content is content", async () => {
    const { answer } = await converse(streamOf("data: [DONE]\n\nja", { chunkSize: 1 }));
    assert.equal(answer?.text, "data: [DONE]\n\nja");
  });

  it("of several whole answers it is the first by its number", async () => {
    const choices = [
      { index: 1, message: { content: "x" }, finish_reason: "length" },
      { index: 0, message: { content: word }, finish_reason: "stop" },
    ];
    const { answer } = await converse(json({ choices }), { mode: "whole" });
    assert.equal(answer?.text, word);
  });

  it("usage comes with a chunk of its own", async () => {
    const usage = { prompt_tokens: 56, completion_tokens: 29 };
    const { answer } = await converse(sse([content, stop, event({ choices: [], usage }), DONE]));
    assert.deepEqual(answer?.usage, { promptTokens: 56, completionTokens: 29 });
  });

  it("the end is not waited for after finish_reason, and the connection is closed", async () => {
    const model = { clock: hurriedClock(10) };
    const { answer, ms } = await converse({ ...sse([content, stop]), end: "never" }, { model });
    assert.equal(answer?.text, word);
    assert.ok(ms > 150);
    const done = await converse({ ...sse([content, stop, DONE]), end: "never" });
    assert.ok(done.ms < 1500);
  });

  it("a finish_reason in every chunk ends nothing as long as content comes", async () => {
    const chunks = [..."abcdef"].map((letter) => ({ bytes: delta({ content: letter }, "stop"), delayMs: 110 }));
    // What is waited for behind the end is 500 ms then, and all of it takes longer.
    const { answer } = await converse(sse(chunks), { model: { clock: hurriedClock(4) } });
    assert.equal(answer?.text, "abcdef");
  });

  it("an error inside a 200 that names no status isn't retried", async () => {
    const { error: found, requests } = await converse(sse([event({ error: { message: "boom" } })]));
    assert.deepEqual([found?.kind, requests.length], ["serverError", 1]);
  });

  it("<think> is taken out however it is split, from the deltas as well", async () => {
    for (const chunkSize of [1, 2, 3, 5, 7, 11, 50]) {
      const { answer, deltas } = await converse(
        streamOf(`<think>\nIt's <b>"${word}"</b>?</thi\n</think>\n\n${word} <think>x</think>`, { chunkSize }),
      );
      assert.equal(answer?.text, `${word} <think>x</think>`);
      assert.equal(deltas.join(""), answer?.text);
    }
  });

  it("<think> is content where the text is about it", async () => {
    const messages = [{ role: "user", content: "Translate.\n\n<think> is a tag" }] as const;
    const { answer } = await converse(streamOf("<think> est une balise"), { messages });
    assert.equal(answer?.text, "<think> est une balise");
  });

  it("a beginning of <think> that comes to nothing is content", async () => {
    for (const text of ["<thin", " \n<b>x</b>", "<", `${" ".repeat(100)}x`]) {
      const { answer } = await converse(streamOf(text, { chunkSize: 1 }));
      assert.equal(answer?.text, text);
    }
  });
});

describe("T4 what is no answer", () => {
  const recorded = {
    headers: { "content-type": "text/event-stream" },
    chunks: [{ bytes: readFixture("streamedTruncated.sse") }],
  };
  const error = { message: "boom" };
  const cases: [string, Script, string, string | undefined][] = [
    ["cut by length", streamOf(word, { finishReason: "length" }), "truncated", word],
    ["cut by length, recorded", recorded, "truncated", "El oficina del"],
    ["withheld", streamOf(word, { finishReason: "content_filter" }), "filtered", word],
    ["ended for an unknown reason", streamOf(word, { finishReason: "abort" }), "unknownFinish", word],
    ["ended for a tool", streamOf(word, { finishReason: "tool_calls" }), "unknownFinish", word],
    ["not ended", sse([content]), "interrupted", word],
    ["an empty stream", sse([]), "interrupted", undefined],
    ["blank", streamOf(" \n "), "empty", " \n "],
    ["nothing but its end", sse([stop, DONE]), "empty", undefined],
    ["reasoning alone", sse([delta({ reasoning_content: "hm" }), stop]), "reasoningOnly", undefined],
    [
      "reasoning alone, by the other name",
      sse([delta({ reasoning: "hm" }), delta({}, "length")]),
      "reasoningOnly",
      undefined,
    ],
    ["reasoning alone, in parts", sse([delta({ content: parts.slice(0, 1) }), stop]), "reasoningOnly", undefined],
    ["thinking that is never closed", streamOf(`<think>${word}`), "reasoningOnly", undefined],
    ["thinking alone", streamOf(`<think>${word}</think>\n`), "reasoningOnly", undefined],
    ["an error as first event", sse([event({ error })]), "serverError", undefined],
    ["an error as later event", sse([content, event({ error })]), "serverError", word],
    ["an error that is a string", sse([event({ error: "boom" })]), "serverError", undefined],
    ["an event called error", sse(["event: error\ndata: boom\n\n"]), "serverError", undefined],
    [
      "an error of vLLM's older kind",
      sse([event({ object: "error", message: "no", code: 400 })]),
      "badRequest",
      undefined,
    ],
    ["an error in a whole answer", json({ error: "boom" }), "serverError", undefined],
    [
      "overflow, as SGLang says it",
      sse([
        event({
          error: {
            message: "The input (61709 tokens) is longer than the model's context length (40960 tokens).",
            code: 400,
          },
        }),
      ]),
      "contextExceeded",
      undefined,
    ],
    ["a broken event", sse([content, "data: {broken\n\n", stop]), "unexpectedAnswer", word],
    ["a whole answer that is empty", whole(""), "empty", ""],
    ["a whole answer that is cut by length", whole(word, "length"), "truncated", word],
  ];
  for (const [name, script, kind, partialText] of cases) {
    it(`${name}: ${kind}`, async () => {
      const outcome = await converse(script, { model: { random: () => 0, queue: withoutPauses() } });
      assert.deepEqual(
        [outcome.answer, outcome.error?.kind, outcome.error?.partialText ?? ""],
        [undefined, kind, partialText ?? ""],
      );
    });
  }

  it("an answer to a text of which the server left most out in silence", async () => {
    const messages = [{ role: "user", content: `Translate.\n\n${"Sveika, pasaule. ".repeat(1000)}` }] as const;
    const usage = { prompt_tokens: 512, completion_tokens: 3 };
    const outcome = await converse(sse([content, stop, event({ choices: [], usage }), DONE]), { messages });
    assert.deepEqual([outcome.answer, outcome.error?.kind], [undefined, "contextExceeded"]);
  });

  it("a status that is a word inside a 200 counts as one", async () => {
    const model = { queue: withoutPauses() };
    const { error: found, requests } = await converse(sse([event({ error: { code: "503", message: "busy" } })]), {
      model,
    });
    assert.deepEqual([found?.kind, found?.detail.status, requests.length], ["overloaded", 503, 3]);
  });

  it("the numbers of an overflow inside a 200 come along", async () => {
    const message = "The input (61709 tokens) is longer than the model's context length (40960 tokens).";
    const { error: found } = await converse(sse([event({ error: { message, code: 400 } })]));
    assert.deepEqual(found?.detail, { status: 400, limit: 40960, requested: 61709 });
  });
});
