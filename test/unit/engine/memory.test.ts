import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { exitError, namesMemory } from "../../../src/engine/exitError.ts";
import { fitsInMemory } from "../../../src/engine/fitsInMemory.ts";

const GB = 1e9;

describe("fitsInMemory", () => {
  const cases: readonly [file: number, available: number, total: number, platform: NodeJS.Platform, fits: boolean][] = [
    [1.1, 8, 16, "linux", true],
    [5.6, 6, 16, "linux", false],
    [5.6, 6.2, 16, "win32", true],
    [5.6, 0.2, 16, "darwin", true],
    [5.6, 0.2, 8, "darwin", false],
    [5.6, 0.2, 16, "linux", false],
  ];
  for (const [file, available, total, platform, fits] of cases) {
    it(`${fits ? "lets" : "doesn't let"} ${file} GB into ${available} free of ${total} on ${platform}`, () => {
      const bytes = { fileBytes: file * GB, availableBytes: available * GB, totalBytes: total * GB };
      assert.equal(fitsInMemory({ ...bytes, platform }), fits);
    });
  }
});

describe("namesMemory", () => {
  const named = [
    "terminate called after throwing an instance of 'std::bad_alloc'",
    "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
    "ggml_backend_cpu_buffer_type_alloc_buffer: failed to allocate buffer of size 469762048",
    "ggml_aligned_malloc: insufficient memory (attempted to allocate 448.00 MB)",
    "llama_kv_cache: alloc_buffer failed",
    "mmap: Cannot allocate memory",
    "spawn ENOMEM",
  ];
  const others = ["GGML_ASSERT(n_tokens > 0) failed", "Segmentation fault", "", "load_tensors: memory mapped"];
  for (const message of named) it(`is true of “${message}”`, () => assert.equal(namesMemory(message), true));
  for (const message of others) it(`is false of “${message}”`, () => assert.equal(namesMemory(message), false));
});

describe("exitError", () => {
  const cases: readonly [exit: Parameters<typeof exitError>[0], kind: string, reason: string][] = [
    [{ code: null, signal: "SIGKILL", stderr: "" }, "outOfMemory", "SIGKILL"],
    [{ code: 137, signal: null, stderr: "" }, "outOfMemory", "code 137"],
    [{ code: null, signal: "SIGABRT", stderr: "JavaScript heap out of memory" }, "outOfMemory", "SIGABRT"],
    [{ code: 134, signal: null, stderr: "std::bad_alloc" }, "outOfMemory", "code 134"],
    [{ code: null, signal: "SIGABRT", stderr: "GGML_ASSERT(n > 0) failed" }, "engineCrashed", "SIGABRT"],
    [{ code: 0, signal: null, stderr: "" }, "engineCrashed", "code 0"],
  ];
  for (const [exit, kind, reason] of cases) {
    it(`makes ${kind} of ${JSON.stringify(exit)}`, () => {
      const error = exitError(exit);
      assert.deepEqual([error.kind, error.detail], [kind, { reason }]);
    });
  }
});
