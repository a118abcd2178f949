import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, it } from "mocha";

interface Tally {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

const PASSED = { kind: "passed", name: "a", ms: 1 };
const FAILED = { kind: "failed", name: "b", message: "no" };
const SKIPPED = { kind: "skipped", name: "c" };
const END = { kind: "end" };
const ITSELF = "test: the run itself";

describe("a part of the test run", () => {
  const cases = [
    { title: "passes", events: [PASSED, END], tally: { passed: 1, failed: [], skipped: [] } },
    {
      title: "fails and skips",
      events: [PASSED, FAILED, SKIPPED, END],
      code: 1,
      tally: { passed: 1, failed: ["b"], skipped: ["c"] },
    },
    { title: "executes nothing", events: [END], tally: { passed: 0, failed: [ITSELF], skipped: [] } },
    { title: "skips everything", events: [SKIPPED, END], tally: { passed: 0, failed: [ITSELF], skipped: ["c"] } },
    { title: "is filtered empty", events: [END], mayBeEmpty: true, tally: { passed: 0, failed: [], skipped: [] } },
    { title: "ends in the middle", events: [PASSED], tally: { passed: 1, failed: [ITSELF], skipped: [] } },
    { title: "never begins", events: [], code: 1, tally: { passed: 0, failed: [ITSELF], skipped: [] } },
    {
      title: "passes and exits with 1",
      events: [PASSED, END],
      code: 1,
      tally: { passed: 1, failed: [ITSELF], skipped: [] },
    },
    { title: "hangs", events: [PASSED], hangs: true, tally: { passed: 1, failed: [ITSELF], skipped: [] } },
  ];
  for (const { title, tally, ...program } of cases) {
    it(`that ${title}`, async () => {
      const { passed, failed, skipped } = await runQuietly(program);
      assert.deepEqual({ passed, failed, skipped }, tally);
    });
  }
});

interface Program {
  readonly events: readonly object[];
  readonly code?: number;
  readonly hangs?: boolean;
  readonly mayBeEmpty?: boolean;
}

async function runQuietly({ events, code = 0, hangs = false, mayBeEmpty = false }: Program): Promise<Tally> {
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join("");
  const script = `
    require("node:fs").appendFileSync(process.env.EUROSCRIBE_TEST_RESULTS, ${JSON.stringify(lines)});
    process.exitCode = ${code};
    ${hangs ? "setTimeout(() => {}, 60000);" : ""}`;
  const { runPart } = await import(pathToFileURL(path.resolve("scripts/test/runPart.mjs")).href);
  const { log } = console;
  console.log = () => {};
  try {
    return await runPart({ name: "test", args: ["-e", script], timeoutMs: hangs ? 500 : 20_000, mayBeEmpty });
  } finally {
    console.log = log;
  }
}
