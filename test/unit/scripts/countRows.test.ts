import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { before, describe, it } from "mocha";

interface Counted {
  readonly cases: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

describe("the rows of checks.md", () => {
  let count: (names: readonly string[]) => Counted;
  let ids: readonly string[];

  before(async () => {
    const { countRows, listRows } = await import(pathToFileURL(path.resolve("scripts/test/countRows.mjs")).href);
    ids = listRows(readFileSync("test/checks.md", "utf8"));
    count = (names) => countRows(names, ids);
  });

  it("are counted by the names of the tests that passed", () => {
    const { cases, rows, missing } = count([
      "T8 an endpoint › waits",
      "T8 › E1: both",
      "takes instructions for text (T15)",
      "T99 isn't there",
      "I1-I6 and T1-T9",
      "UTF8",
      "none",
    ]);
    assert.deepEqual([cases, Object.fromEntries(rows)], [3, { T8: 2, E1: 1, T15: 1 }]);
    assert.ok(missing.includes("T1") && !missing.includes("T8"));
  });

  it("each stand in the name of a test", () => {
    const sources = ["unit", "engine", "package", "integration"].flatMap((part) => {
      const folder = path.join("test", part);
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
        file.endsWith(".test.ts"),
      );
      return files.map((file) => readFileSync(path.join(folder, file), "utf8"));
    });
    const names = sources.flatMap((source) => [...source.matchAll(/\b(?:describe|it)\(\s*["'`]([^"'`]*)/g)]);
    const { missing } = count(names.map(([, name]) => name ?? ""));
    assert.ok(ids.length >= 30);
    assert.deepEqual(missing, []);
  });
});
