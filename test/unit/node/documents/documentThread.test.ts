import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import esbuild from "esbuild";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { type RunLongTask, runTaskOnText } from "../../../../src/core/document/runTaskOnText.ts";
import { AssistantError } from "../../../../src/core/errors.ts";
import { createMemory } from "../../../../src/core/memory/translationMemory.ts";
import { runTaskInParts } from "../../../../src/core/writing/runTaskInParts.ts";
import {
  createDocumentThread,
  type DocumentThread,
  type ThreadJob,
} from "../../../../src/node/documents/documentThread.ts";
import { type FakeModel, fakeModel, textOf } from "../../../support/fakeModel.ts";

const louder = (text: string) => text.replace(/\p{L}{2,}/gu, (word) => word.toUpperCase());
const job = (text: string, model: FakeModel, more: Partial<ThreadJob> = {}): ThreadJob => ({
  text,
  format: "markdown",
  task: { kind: "translate", to: "el", formality: "auto" },
  model,
  memory: createMemory(),
  signal: new AbortController().signal,
  onProgress: () => {},
  ...more,
});

describe("the thread of documents", function () {
  this.timeout(30_000);
  let folder: string;
  let script: string;
  let thread: DocumentThread;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "euroscribe-worker-"));
    script = path.join(folder, "documentWorker.cjs");
    const options = { bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "error" } as const;
    await esbuild.build({ ...options, entryPoints: ["src/node/documents/documentWorker.ts"], outfile: script });
  });
  beforeEach(() => {
    thread = createDocumentThread(script);
  });
  afterEach(() => thread.dispose());
  after(() => rm(folder, { recursive: true, force: true }));

  it("plans and translates, asks this side for answers, and tells how far it is", async () => {
    const text = "# ένα δύο\r\n\r\nτρία [τέσσερα](α.md)\r\n";
    const plan = await thread.plan({ text, format: "markdown" });
    assert.equal(plan.segments, 2);
    const model = fakeModel(louder);
    const seen: number[] = [];
    const onProgress: ThreadJob["onProgress"] = ({ segmentsDone }) => void seen.push(segmentsDone);
    const result = await thread.translate(job(text, model, { onProgress }));
    assert.equal(result.text, "# ΈΝΑ ΔΎΟ\r\n\r\nΤΡΊΑ [ΤΈΣΣΕΡΑ](α.md)\r\n");
    assert.deepEqual(model.requests.map(textOf), ["ένα δύο", "τρία [τέσσερα](α.md)"]);
    assert.deepEqual(seen, [0, 1, 2]);
  });

  it("works on several documents at once, and sends nothing that the memory has", async () => {
    const memory = createMemory();
    const model = fakeModel(louder);
    const texts = ["ένα δύο\n", "τρία τέσσερα\n", "πέντε έξι\n"];
    const first = await Promise.all(texts.map((text) => thread.translate(job(text, model, { memory }))));
    assert.deepEqual(
      first.map((one) => one.text),
      texts.map(louder),
    );
    await thread.translate(job(texts.join("\n"), model, { memory }));
    assert.equal(model.requests.length, 3);
  });

  it("translates a selection of several blocks, and shows its answers as they come", async () => {
    const model = fakeModel(louder);
    const deltas: string[] = [];
    const result = await runTaskOnText({
      task: { kind: "translate", to: "el", formality: "auto" },
      text: "ένα δύο\n\n- `τρία` τέσσερα\n",
      model,
      detectLanguage: () => assert.fail("it is told on the other side"),
      runLongTask: () => assert.fail("it has several blocks"),
      signal: new AbortController().signal,
      onDelta: (delta) => deltas.push(delta),
      translateBlocks: thread.translateBlocks,
    });
    assert.deepEqual(result, {
      text: "ΈΝΑ ΔΎΟ\n\n- `τρία` ΤΈΣΣΕΡΑ\n",
      findings: [],
      outcome: "changed",
      tries: 2,
    });
    assert.deepEqual(model.requests.map(textOf), ["ένα δύο", "`τρία` τέσσερα"]);
    assert.equal(deltas.join(""), "ΈΝΑ ΔΎΟ\n\n`ΤΡΊΑ` ΤΈΣΣΕΡΑ");
    const { signal } = new AbortController();
    const one = { text: "ένα\nδύο", format: "markdown", task: job("", model).task, model, signal } as const;
    assert.equal(await thread.translateBlocks(one), undefined);
  });

  it("does a task on a long text as it is done on this side, and tells as much on the way", async () => {
    const runHere: RunLongTask = (options) => runTaskInParts({ ...options, detectLanguage: async () => undefined });
    const long = `${"ένα δύο τρία ".repeat(5000)}\`a\``;
    const told = async (runLongTask: RunLongTask) => {
      const seen: unknown[] = [];
      // The first answer has lost its code, and is asked for again.
      const model = fakeModel([louder(long).replace("`a`", ""), louder(long)]);
      const result = await runTaskOnText({
        ...{ text: `\n${long}  `, task: job("", model).task, model, runLongTask, typography: true },
        detectLanguage: async () => undefined,
        signal: new AbortController().signal,
        translateBlocks: thread.translateBlocks,
        onDelta: (delta) => seen.push(delta),
        onSecondTry: () => seen.push("second try"),
        logger: { info: (event, fields) => seen.push([event, fields]), warn: () => {} },
      });
      return { result, seen, requests: model.requests };
    };
    const there = await told(thread.runTask);
    assert.deepEqual(there, await told(runHere));
    assert.equal(there.seen.filter((one) => one === "second try").length, 1);
    const { signal } = new AbortController();
    const broken = fakeModel([new AssistantError("interrupted", {}, "ΈΝΑ")]);
    const asked = { text: long, task: job("", broken).task, signal };
    await assert.rejects(thread.runTask({ ...asked, model: broken }), { kind: "interrupted", partialText: "ΈΝΑ" });
    const silent = { ...fakeModel(louder), complete: () => new Promise<never>(() => {}) };
    const running = thread.runTask({ ...asked, model: silent, signal: AbortSignal.timeout(20) });
    await assert.rejects(running, { kind: "cancelled" });
  });

  it("keeps what had come of an answer that broke off", async () => {
    const broken = fakeModel([new AssistantError("interrupted", {}, "ΈΝΑ")]);
    const { signal } = new AbortController();
    const options = { text: "ένα δύο\n\nτρία", format: "markdown", task: job("", broken).task, signal } as const;
    await assert.rejects(thread.translateBlocks({ ...options, model: broken }), {
      kind: "interrupted",
      partialText: "ΈΝΑ",
    });
  });

  it("links a translation to others, which this side finds", async () => {
    const asked: string[] = [];
    const known = { path: "el/b.md", source: "# ένα\n", output: "# δύο\n", format: "markdown" } as const;
    const document = { output: "[α](../b.md#ένα) [γ](../c.md)\n", format: "markdown", path: "el/a.md" } as const;
    const find = async (path: string) => {
      asked.push(path);
      return path === "b.md" ? known : undefined;
    };
    const linked = await thread.linkTranslations(document, find, new AbortController().signal);
    assert.equal(linked.text, "[α](b.md#δύο) [γ](../c.md)\n");
    assert.deepEqual(asked, ["b.md", "c.md"]);
    const cancelled = AbortSignal.abort();
    await assert.rejects(thread.linkTranslations(document, find, cancelled), { kind: "cancelled" });
  });

  it("passes on what the endpoint fails with, kind and detail", async () => {
    const failing = fakeModel([new AssistantError("redirect", { origin: "https://elsewhere.example" })]);
    await assert.rejects(thread.translate(job("ένα δύο\n", failing)), {
      name: "AssistantError",
      kind: "redirect",
      detail: { origin: "https://elsewhere.example" },
    });
    assert.equal((await thread.translate(job("ένα δύο\n", fakeModel(louder)))).text, "ΈΝΑ ΔΎΟ\n");
  });

  it("is cancelled at once, and still keeps what has come", async () => {
    const memory = createMemory();
    const controller = new AbortController();
    const model = fakeModel((text) => {
      if (text.startsWith("τρία")) controller.abort();
      return louder(text);
    });
    const running = thread.translate(
      job("ένα δύο\n\nτρία τέσσερα\n\nπέντε έξι\n", model, { memory, signal: controller.signal }),
    );
    await assert.rejects(running, { kind: "cancelled" });
    await assert.rejects(thread.translate(job("ένα\n", model, { signal: controller.signal })), { kind: "cancelled" });
    // What came with the cancelling is checked and stored in the thread's own time.
    const both = "ένα δύο\n\nτρία τέσσερα\n";
    let sent = 2;
    for (let tries = 0; sent > 0 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const again = fakeModel([new AssistantError("unreachable"), new AssistantError("unreachable")]);
      await thread.translate(job(both, again, { memory })).catch(() => {});
      sent = again.requests.length;
    }
    assert.equal(sent, 0);
  });

  it("fails what is under way when it dies, and is there again for the next", async () => {
    const missing = createDocumentThread(path.join(folder, "missing.cjs"));
    await assert.rejects(missing.plan({ text: "ένα", format: "markdown" }), { kind: "internal" });
    const waiting = thread.translate(job("ένα\n", { ...fakeModel(louder), complete: () => new Promise(() => {}) }));
    setTimeout(() => thread.dispose(), 50);
    await assert.rejects(waiting, { kind: "cancelled" });
  });
});
