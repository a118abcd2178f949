import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";

/** The rows of the table of promises, each by its cells. */
const PROMISES = readFileSync("SECURITY.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:promise|---)/.test(line))
  .map((line) => line.split(" | "));
const TESTS = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(path.join("test", file), "utf8"))
  .join("\n");

describe("SECURITY.md", () => {
  it("names a test for each promise, and one that is there", () => {
    assert.ok(PROMISES.length > 10);
    for (const [promise, , tests = ""] of PROMISES) {
      const rows = tests.match(/\b[TEP]\d+\b/g) ?? [];
      const names = [...tests.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
      assert.ok(rows.length + names.length > 0, promise);
      // That each row has tests which pass is counted at the end of a run.
      for (const name of names) assert.ok(TESTS.includes(name), `no test is called "${name}"`);
    }
  });

  it("names files that are there", () => {
    const files = PROMISES.flatMap(([, by = ""]) =>
      [...by.matchAll(/`([\w/]+\.(?:ts|mjs|json))`/g)].map(([, file = ""]) => file),
    );
    assert.ok(files.length > 5);
    for (const file of files) {
      const place = /^(?:scripts|package)/.test(file) ? file : path.join("src", file);
      assert.ok(readFileSync(place).length > 0, file);
    }
  });
});
