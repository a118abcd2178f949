import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { quotaOf } from "../../../src/engine/availableCores.ts";
import { chooseThreads } from "../../../src/engine/chooseThreads.ts";

describe("chooseThreads", () => {
  const cases: readonly [available: number, mathCores: number, threads: number][] = [
    [1, 1, 1],
    [2, 2, 1], // the second thread would share its core with the editor
    [4, 4, 3],
    [8, 4, 4], // 4 cores of two hyperthreads: one of those is left for the editor
    [8, 8, 7],
    [16, 6, 6], // 6 fast cores and 4 slow ones
    [64, 64, 8],
    [1.5, 8, 1], // a container with a quota
    [0.5, 8, 1],
    [3.9, 8, 2],
    [4, 0, 3], // the engine doesn't know
  ];
  for (const [available, mathCores, threads] of cases) {
    it(`takes ${threads} where ${available} are available and ${mathCores} compute well`, () => {
      assert.equal(chooseThreads({ available, mathCores }), threads);
    });
  }
});

describe("quotaOf", () => {
  const cases: readonly [cpuMax: string, cores: number | undefined][] = [
    ["max 100000\n", undefined],
    ["max", undefined],
    ["150000 100000\n", 1.5],
    ["400000 100000", 4],
    ["", undefined],
    ["0 0", undefined],
    ["-1 100000", undefined],
  ];
  for (const [cpuMax, cores] of cases) {
    it(`reads ${JSON.stringify(cpuMax)} as ${cores}`, () => assert.equal(quotaOf(cpuMax), cores));
  }
});
