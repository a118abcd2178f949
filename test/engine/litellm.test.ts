import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { ChatOptions } from "../../src/core/chat/chatModel.ts";
import { learnServer } from "../../src/core/chat/learnServer.ts";
import { listModels } from "../../src/core/chat/listModels.ts";
import { createOpenaiModel } from "../../src/core/chat/openaiModel.ts";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { AssistantError } from "../../src/core/errors.ts";
import { findFallbackModel } from "../../src/core/models.ts";
import { runTask } from "../../src/core/writing/runTask.ts";
import { fetchModel } from "../../src/node/models/fetchModel.ts";
import { modelsFolder } from "../../src/node/models/modelsFolder.ts";
import { createTransport, type Transport } from "../../src/node/transport.ts";
import { startLitellm } from "../support/litellmProxy.ts";
import { findLlamaServer, type LlamaServer, startLlamaServer } from "../support/llamaServer.ts";
import { CANARIES, findCanaries } from "../unit/chat/canaries.ts";
import { recordingLogger } from "../unit/chat/recordingLogger.ts";

const { signal } = new AbortController();
const MODEL = "office-model";
const UPSTREAM_KEY = "sk-upstream";
const CONTEXT_TOKENS = 2048;
/** What Test Endpoint sends. */
const SENTENCE = "The library opens at nine in the morning and closes at six in the evening.";

/** A gateway as organisations run it: its own words for what goes wrong, and llama-server's behind them. */
describe("LiteLLM's proxy in front of llama-server, with a real model", function () {
  this.timeout(120_000);
  let server: LlamaServer;
  let proxy: LlamaServer;
  let transport: Transport;

  before(async function () {
    this.timeout(540_000);
    const executable = findLlamaServer(process.cwd());
    // The run names what was left out.
    if (!executable) return this.skip();
    const model = findFallbackModel();
    assert.ok(model);
    const file = await fetchModel({ model, folder: modelsFolder(), signal });
    server = await startLlamaServer(executable, file, ["--api-key", UPSTREAM_KEY, "-c", String(CONTEXT_TOKENS)]);
    proxy = await startLitellm({
      upstream: { url: server.url, apiKey: UPSTREAM_KEY, model: MODEL },
      contextTokens: CONTEXT_TOKENS,
      masterKey: CANARIES.key,
    });
    transport = createTransport();
  });
  after(async () => {
    await transport?.dispose();
    await proxy?.close();
    await server?.close();
  });

  const access = (apiKey?: string) => ({
    url: proxy.url,
    apiKey,
    signal,
    timeoutMs: 5000,
    fetch: transport.fetchFor(proxy.url),
  });

  const connect = (more: { readonly apiKey?: string; readonly model?: string } = {}) => {
    const logger = recordingLogger();
    const options = { name: "Gateway", url: proxy.url, model: MODEL, apiKey: CANARIES.key, ...more };
    return { logger, model: createOpenaiModel({ ...options, fetch: transport.fetchFor(proxy.url), logger }) };
  };

  interface Asking extends Partial<ChatOptions> {
    readonly apiKey?: string;
    readonly model?: string;
    readonly maxTokens?: number;
  }

  const ask = async (text: string, { apiKey, model: named, maxTokens = 24, ...chat }: Asking = {}) => {
    const { model, logger } = connect({
      ...(apiKey !== undefined && { apiKey }),
      ...(named !== undefined && { model: named }),
    });
    const messages = [{ role: "user", content: `Answer. ${CANARIES.prompt}\n\n${text}` }] as const;
    const outcome = await model.complete({ messages, temperature: 0, maxTokens }, { signal, ...chat }).then(
      (answer) => ({ answer, error: undefined }),
      (error: unknown) => ({ answer: undefined, error }),
    );
    assert.deepEqual(findCanaries({ error: outcome.error, logs: logger.lines }), [], "I4");
    if (outcome.error !== undefined && !(outcome.error instanceof AssistantError)) throw outcome.error;
    return { answer: outcome.answer, error: outcome.error };
  };

  it("lists its models and says what a request may hold", async () => {
    const { url, models } = await listModels(access(CANARIES.key));
    assert.deepEqual([url, models], [proxy.url, [{ id: MODEL, owner: "openai" }]]);
    const limits = await learnServer(access(CANARIES.key), { id: MODEL, owner: "openai" });
    assert.deepEqual(limits, { kind: "litellm", contextTokens: CONTEXT_TOKENS });
  });

  it("T9: wants its key for the list of models and for a chat, and says so", async () => {
    for (const apiKey of ["", "sk-another"]) {
      await assert.rejects(listModels(access(apiKey)), { kind: "unauthorized" }, `list, key "${apiKey}"`);
      const { error } = await ask("Say hello.", { apiKey });
      assert.equal(error?.kind, "unauthorized", `chat, key "${apiKey}"`);
    }
  });

  it("translates Test Endpoint's sentence", async () => {
    const { model, logger } = connect();
    const task = { kind: "translate", to: "fr", from: "en", formality: "auto" } as const;
    const detectLanguage = createLanguageDetector();
    const { text } = await runTask({ task, text: SENTENCE, model, detectLanguage, signal, logger });
    assert.equal(await detectLanguage(text), "fr", text);
  });

  it("answers the same streamed and whole", async () => {
    const deltas: string[] = [];
    const streamed = await ask("Say hello.", { maxTokens: 200, onDelta: (delta) => deltas.push(delta) });
    const whole = await ask("Say hello.", { maxTokens: 200 });
    assert.ok(deltas.length > 1);
    assert.equal(deltas.join(""), streamed.answer?.text);
    assert.equal(whole.answer?.text, streamed.answer?.text);
  });

  it("T9: doesn't have another model, and says so", async () => {
    const { error } = await ask("Say hello.", { model: "not-there" });
    assert.deepEqual([error?.kind, error?.detail.model], ["modelNotFound", "not-there"]);
  });

  it("T9: passes on that a text is longer than the context", async () => {
    for (const onDelta of [undefined, () => {}]) {
      const { error } = await ask("Η βιβλιοθήκη είναι ανοιχτή. ".repeat(600), onDelta ? { onDelta } : {});
      assert.equal(error?.kind, "contextExceeded");
      assert.equal(error?.detail.limit, CONTEXT_TOKENS);
    }
  });

  it("T1: the server behind it killed in the middle of an answer: a failure with what had arrived, and none after", async () => {
    let closing: Promise<void> | undefined;
    const onDelta = () => {
      closing ??= server.close();
    };
    const { answer, error } = await ask("Tell me a long story about the sea.", { maxTokens: 600, onDelta });
    await closing;
    assert.equal(answer, undefined);
    assert.ok((error?.partialText ?? "").length > 0, "I6");
    assert.equal(error?.kind, "serverError");
    const gone = await ask("Say hello.");
    assert.deepEqual([gone.error?.kind, gone.error?.detail.status], ["serverError", 500]);
  });
});
