import assert from "node:assert/strict";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import type { ChatModel } from "../src/core/chat/chatModel.ts";
import { createMemory } from "../src/core/memory/translationMemory.ts";
import { createDocumentThread } from "../src/node/documents/documentThread.ts";

/**
 * How long a large document keeps others from their turn in the process that asks for its translation: the longest delay
 * of the event loop while it is planned, translated by a model that answers at once, and translated again from memory.
 * The aim is under 50 ms. `npm run bench:thread -- --megabytes 5`
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
thread.dispose();

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const began = performance.now();
  delay.enable();
  await work();
  delay.disable();
  const longest = delay.max / 1e6;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${what}: ${values.megabytes} MB in ${seconds} s; the event loop waited ${longest.toFixed(0)} ms at most`,
  );
}
