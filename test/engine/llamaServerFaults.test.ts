import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { createOpenaiModel } from "../../src/core/chat/openaiModel.ts";
import { AssistantError } from "../../src/core/errors.ts";
import { createTransport, type Transport } from "../../src/node/transport.ts";
import { findLlamaServer, type LlamaServer, startLlamaServer } from "../support/llamaServer.ts";
import { CANARIES, findCanaries } from "../unit/chat/canaries.ts";
import { recordingLogger } from "../unit/chat/recordingLogger.ts";
import { ensureSmallModel } from "./smallModel.ts";

const CONTEXT_TOKENS = 512;

/** What the client makes of a real server, which isn't written by those who wrote the client. */
describe("llama-server with a key, with a small real model", function () {
  this.timeout(60_000);
  let server: LlamaServer;
  let transport: Transport;

  before(async function () {
    this.timeout(300_000);
    const executable = findLlamaServer(process.cwd());
    if (!executable) return this.skip();
    const options = ["--api-key", CANARIES.key, "-c", String(CONTEXT_TOKENS)];
    server = await startLlamaServer(executable, await ensureSmallModel(), options);
    transport = createTransport();
  });
  after(async () => {
    await transport?.dispose();
    await server?.close();
  });

  interface Asking {
    readonly apiKey?: string;
    readonly maxTokens?: number;
    readonly onDelta?: (text: string) => void;
    readonly signal?: AbortSignal;
  }

  const ask = async (text: string, { apiKey = CANARIES.key, maxTokens = 20, ...chat }: Asking = {}) => {
    const logger = recordingLogger();
    const fetch = transport.fetchFor(server.url);
    const model = createOpenaiModel({ name: "llama", url: server.url, model: "m", apiKey, fetch, logger });
    const messages = [{ role: "user", content: `Answer. ${CANARIES.prompt}\n\n${text}` }] as const;
    const options = { signal: new AbortController().signal, onDelta: () => {}, ...chat };
    const outcome = await model.complete({ messages, temperature: 0, maxTokens }, options).then(
      ({ text: answer }) => ({ answer, error: undefined }),
      (error: unknown) => ({ answer: undefined, error }),
    );
    assert.deepEqual(findCanaries({ error: outcome.error, logs: logger.lines }), [], "I4");
    if (outcome.error !== undefined && !(outcome.error instanceof AssistantError)) throw outcome.error;
    return { answer: outcome.answer, error: outcome.error };
  };

  it("T9: answers with the key, and refuses without it or with another", async () => {
    const answered = await ask("Say hello.", { maxTokens: 400 });
    assert.ok((answered.answer ?? "").length > 0, JSON.stringify(answered.error));
    for (const apiKey of ["", "sk-another"]) {
      const { error } = await ask("Say hello.", { apiKey });
      assert.deepEqual([error?.kind, error?.detail.status], ["unauthorized", 401]);
    }
  });

  it("T9: says how much more than its context a text needs", async () => {
    const { error } = await ask("Η βιβλιοθήκη είναι ανοιχτή. ".repeat(200));
    assert.equal(error?.kind, "contextExceeded");
    assert.equal(error?.detail.limit, CONTEXT_TOKENS);
    assert.ok((error?.detail.requested ?? 0) > CONTEXT_TOKENS);
  });

  it("T4: an answer that its limit cuts is none", async () => {
    const { error } = await ask("Tell me a long story about a lighthouse.", { maxTokens: 3 });
    assert.equal(error?.kind, "truncated");
    assert.ok((error?.partialText ?? "").length > 0);
  });

  it("T7: is cancelled in the middle of an answer within 200 ms, and goes on with the next", async () => {
    const controller = new AbortController();
    let cancelledAt = 0;
    const onDelta = () => {
      cancelledAt ||= performance.now();
      controller.abort();
    };
    const { error } = await ask("Tell me a long story.", { maxTokens: 400, onDelta, signal: controller.signal });
    assert.ok(performance.now() - cancelledAt < 200);
    assert.equal(error?.kind, "cancelled");
    const next = await ask("Say hello.", { maxTokens: 400 });
    assert.ok(next.answer);
  });

  it("T1: killed in the middle of an answer: interrupted, with what had arrived", async () => {
    let closing: Promise<void> | undefined;
    const onDelta = () => {
      closing ??= server.close();
    };
    const { error } = await ask("Tell me a long story about the sea.", { maxTokens: 400, onDelta });
    await closing;
    assert.equal(error?.kind, "interrupted");
    assert.ok((error?.partialText ?? "").length > 0);
    const gone = await ask("Say hello.");
    assert.equal(gone.error?.kind, "unreachable");
  });
});
