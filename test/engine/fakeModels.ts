import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach } from "mocha";
import type { ChatAnswer } from "../../src/core/chat/chatModel.ts";
import { AssistantError } from "../../src/core/errors.ts";
import type { BuiltinModelOptions } from "../../src/engine/builtinModel.ts";
import { ask, createFakeModel, type FakeModel, type Scenario } from "./fakeEngine.ts";

/** A signal that is never aborted. */
export const never = new AbortController().signal;

export interface FakeModels {
  given(scenario: Scenario, options?: Partial<BuiltinModelOptions>): Promise<FakeModel>;
  say(text: string, signal?: AbortSignal): Promise<ChatAnswer>;
  /** A request that is going to be cancelled. Resolves when the first piece of its answer is there. */
  begin(text: string): Promise<{ readonly failure: ReturnType<typeof failureOf>; readonly cancel: () => void }>;
}

/**
 * Gives each test of the `describe` around it a built-in model over a fake engine, and checks after each, however it
 * ended, that no process and no timer is left.
 */
export function useFakeModels(): FakeModels {
  let fake: FakeModel | undefined;
  let timersBefore: number;

  beforeEach(async () => {
    fake = undefined;
    // mocha's own timer for this hook is set a moment after the hook has begun; the one below has another just so.
    await pause(1);
    timersBefore = countTimers();
  });

  afterEach(async () => {
    await fake?.end();
    for (const pid of fake?.started ?? []) assert.equal(isAlive(pid), false);
    assert.ok(countTimers() <= timersBefore, "a timer is left");
  });

  return {
    given: async (scenario, options = {}) => {
      fake = await createFakeModel(scenario, options);
      return fake;
    },
    say: (text, signal = never) => current().model.complete(ask(text), { signal }),
    begin: (text) =>
      new Promise((resolve) => {
        const controller = new AbortController();
        const cancel = () => controller.abort();
        const onDelta = () => resolve({ failure, cancel });
        const failure = failureOf(current().model.complete(ask(text), { signal: controller.signal, onDelta }));
      }),
  };

  function current(): FakeModel {
    return fake ?? assert.fail("nothing is given");
  }
}

/** Kind, detail and partial text of the failure that is expected. */
export async function failureOf(outcome: Promise<ChatAnswer>): Promise<readonly unknown[]> {
  const error = await outcome.then(
    () => assert.fail("it was answered"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof AssistantError);
  return [error.kind, error.detail, error.partialText];
}

export function isAlive(pid = 0): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function waitUntil(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!isTrue()) {
    assert.ok(performance.now() < deadline, "it never happened");
    await pause(5);
  }
}

/** Timers that keep the program alive: mocha's own for the running hook, and what was left. */
function countTimers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
}
