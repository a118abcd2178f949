import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, it } from "mocha";
import type { Fetch } from "../../../src/core/chat/fetchPort.ts";
import { createOpenaiModel } from "../../../src/core/chat/openaiModel.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import type { LanguageCode } from "../../../src/core/languages.ts";
import { askModel } from "../../../src/editor/askModel.ts";
import type { Runs } from "../../../src/editor/runs.ts";
import { delta } from "../../support/fakeServer/streamReply.ts";
import { CANARIES, findCanaries } from "../chat/canaries.ts";
import { memoryResponse } from "../chat/memoryFetch.ts";
import { recordingLogger } from "../chat/recordingLogger.ts";
import { resourcesBack, unhandledRejections } from "../chat/resources.ts";

/** What is done to one awaited call. */
const FATES = ["fail", "hang", "cancel"] as const;
type Fate = (typeof FATES)[number];

/** More than any run here makes; a run that makes more has gone astray. */
const MOST_CALLS = 60;

/**
 * In the manner of curl's torture tests: a run is made once to count the calls that it waits for, and then once for
 * each of them, which fails, hangs until the user cancels, or is cancelled just before it is made.
 */
describe("torture: each awaited call of a run fails, hangs or is cancelled (I1-I6)", () => {
  it("a run that is left alone makes its calls and succeeds", async () => {
    const { result, calls } = await attempt(undefined);
    assert.deepEqual(
      result.map(({ text }) => text),
      ["Dobré ráno, 30", "Dobrý večer"],
    );
    assert.ok(calls.includes("key") && calls.includes("fetch") && calls.includes("read") && calls.includes("detect"));
  });

  for (const fate of FATES) {
    it(`each ${fate}s in its turn`, async function () {
      this.timeout(30_000);
      const { calls } = await attempt(undefined);
      assert.ok(calls.length > 10 && calls.length < MOST_CALLS, `${calls.length} calls`);
      for (let index = 0; index < calls.length; index += 1) await attemptSafely({ fate, index });
    });
  }
});

interface Ill {
  readonly fate: Fate;
  readonly index: number;
}

/** A run that something befell may still succeed, where it isn't told from a slow one; else it rejects as promised. */
async function attemptSafely(ill: Ill): Promise<void> {
  const rejections = unhandledRejections();
  const isBack = await resourcesBack();
  const outcome = await attempt(ill).catch((error: unknown) => error);
  const name = `${ill.fate} at call ${ill.index}`;
  if (outcome instanceof Error) {
    const isOurs = outcome instanceof AssistantError || (ill.fate === "fail" && outcome.message === "it failed");
    if (!isOurs) throw new Error(name, { cause: outcome });
    if (ill.fate !== "fail") assert.equal(outcome instanceof AssistantError && outcome.kind, "cancelled", name);
  }
  await isBack();
  assert.deepEqual(rejections.stop(), [], `I3: ${name}`);
}

async function attempt(ill: Ill | undefined) {
  const controller = new AbortController();
  const logger = recordingLogger();
  const calls: string[] = [];
  const { runs, isBusy } = countedRuns(controller.signal);
  /** Each port's call passes through here. */
  const awaited = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const isIll = ill?.index === calls.length;
    calls.push(name);
    if (!isIll) return work();
    if (ill.fate === "fail") throw new Error("it failed");
    if (ill.fate === "hang") setTimeout(() => controller.abort(), 5);
    else controller.abort();
    return ill.fate === "hang" ? new Promise<never>(() => {}) : work();
  };
  const fetch = answering(["Dobré ráno, 31", "Dobré ráno, 30", "Dobrý večer"], awaited);
  const detectLanguage = () => awaited("detect", async (): Promise<LanguageCode | undefined> => "cs");
  const connect = () =>
    awaited("key", async () =>
      createOpenaiModel({ name: "m", url: "http://127.0.0.1/v1", model: "m", apiKey: CANARIES.key, fetch, logger }),
    );
  const inNoThread = () => assert.fail("each is short, and of one block");
  const began = performance.now();
  try {
    const sources = [`Good morning ${CANARIES.text}, 30`, "  ", "Good evening"];
    const result = await askModel(
      { connect, detectLanguage, translateBlocks: inNoThread, runLongTask: inNoThread, runs, log: logger },
      {
        task: { kind: "translate", to: "cs", formality: "auto" },
        progressTitle: "x",
        sources,
        temperature: 0,
      },
    );
    return { result: result.filter(({ tries }) => tries > 0), calls };
  } catch (error) {
    assert.deepEqual(findCanaries({ error, logs: logger.lines }), [], "I4");
    throw error;
  } finally {
    assert.ok(performance.now() - began < 3000, "I2: it settled in time");
    assert.equal(isBusy(), false, "I2: the status bar is no longer busy");
    assert.deepEqual(getEventListeners(controller.signal, "abort"), [], "I3: no listener is left");
  }
}

function countedRuns(signal: AbortSignal): { runs: Runs; isBusy: () => boolean } {
  let busy = 0;
  const begin = (title: string) => {
    busy += 1;
    return { title, signal, received: 0, addReceived: () => {}, dispose: () => (busy -= 1) };
  };
  return { runs: { begin } as unknown as Runs, isBusy: () => busy > 0 };
}

type Awaited = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** A fetch that gives these answers in turn, each request's and each read's promise through `awaited`. */
function answering(answers: readonly string[], awaited: Awaited): Fetch {
  let turn = 0;
  return () =>
    awaited("fetch", async () => {
      const text = answers[Math.min(turn, answers.length - 1)] ?? "";
      turn += 1;
      const half = Math.floor(text.length / 2);
      const events = [delta({ content: text.slice(0, half) }), delta({ content: text.slice(half) }), delta({}, "stop")];
      const { body, ...response } = memoryResponse({ chunks: events.map((event) => Buffer.from(event)) });
      const reader = body?.getReader();
      if (!reader) return { ...response, body };
      const patient = { read: () => awaited("read", () => reader.read()), cancel: () => reader.cancel() };
      return { ...response, body: { getReader: () => patient, cancel: async () => {} } };
    });
}
