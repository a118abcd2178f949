import assert from "node:assert/strict";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { ChatModel } from "../src/core/chat/chatModel.ts";
import { createMemory } from "../src/core/memory/translationMemory.ts";
import { createDocumentThread } from "../src/node/documents/documentThread.ts";
import { inThread } from "../src/node/documents/inThread.ts";

/**
 * How long a large text keeps others from their turn in the process that asks for its translation: the longest delay of
 * the event loop while a document is planned, translated by a model that answers at once, translated again from memory
 * and linked to another translation, and while as long a selection of several blocks is translated. The aim is under
 * 50 ms. `npm run bench:thread -- --megabytes 5`
 */
const { values } = parseArgs({ options: { megabytes: { type: "string", default: "1" } } });
const PARAGRAPH = "- Η βιβλιοθήκη είναι **ανοιχτή** με `code` και [σύνδεσμο](a.md), στις 9:30.\n\n";
const text = PARAGRAPH.repeat(Math.ceil((Number(values.megabytes) * 1024 * 1024) / Buffer.byteLength(PARAGRAPH)));

const model: ChatModel = {
  name: "at once",
  complete: async ({ messages }) => {
    const content = messages.at(-1)?.content ?? "";
    const source = content.slice(content.indexOf("\n\n") + 2);
    return { text: source.replace("Η", "Μια"), usage: undefined, hasInvalidBytes: false };
  },
};
const thread = createDocumentThread(path.resolve("dist/documentWorker.js"));
const memory = createMemory();
const { signal } = new AbortController();
const options = { text, format: "markdown", model, memory, signal, concurrency: 8, onProgress: () => {} } as const;
const task = { kind: "translate", to: "el", formality: "auto" } as const;

await measure("planned", async () => assert.ok((await thread.plan({ text, format: "markdown" })).segments > 0));
await measure("translated", async () => assert.notEqual((await thread.translate({ ...options, task })).text, text));
await measure("translated again, from memory", () => thread.translate({ ...options, task }));
const known = { path: "docs/a.el.md", source: text, output: text, format: "markdown" } as const;
const document = { output: text, format: "markdown", path: "docs/b.el.md" } as const;
await measure("linked", () => thread.linkTranslations(document, async () => known, signal));
thread.dispose();
const script = path.resolve("dist/documentWorker.js");
const selection = { text, format: "markdown", task, model, signal } as const;
await measure("a selection of several blocks, translated", () =>
  inThread(script, (one) => one.translateBlocks(selection)),
);
const two = { ...selection, text: text.slice(0, PARAGRAPH.length * 2) };
await measure(
  "a selection of two blocks, translated",
  () => inThread(script, (one) => one.translateBlocks(two)),
  "2 blocks",
);

async function measure(what: string, work: () => Promise<unknown>, size = `${values.megabytes} MB`): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // What delays a loop that hasn't turned yet isn't seen.
  await setTimeout(50);
  const began = performance.now();
  await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  await setTimeout(50);
  delay.disable();
  const longest = delay.max / 1e6;
  console.log(`${what}: ${size} in ${seconds} s; the event loop waited ${longest.toFixed(0)} ms at most`);
}
