import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { describe, it } from "mocha";
import { forkEngine } from "../../../src/engine/forkEngine.ts";

describe("forkEngine", () => {
  it("gives the process a channel alone, and nothing of a debugger's", () => {
    const before = process.env.NODE_OPTIONS;
    process.env.NODE_OPTIONS = "--inspect=0";
    try {
      const { env, ...options } = optionsOf("engineProcess.mjs");
      assert.deepEqual(options, { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
      assert.deepEqual([env?.NODE_OPTIONS, env?.ELECTRON_RUN_AS_NODE, env?.PATH], [undefined, "1", process.env.PATH]);
    } finally {
      if (before === undefined) delete process.env.NODE_OPTIONS;
      else process.env.NODE_OPTIONS = before;
    }
  });
});

function optionsOf(script: string): Parameters<typeof fork>[2] & object {
  let seen = {};
  forkEngine((_script, _args, options) => {
    seen = options;
    return fork.prototype;
  }, script);
  return seen;
}
