import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { writeWhole } from "../../../../src/node/documents/writeWhole.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("writeWhole", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "euroscribe-write-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("writes in a folder that isn't there yet, and keeps the mode of a file that is", async () => {
    const file = path.join(folder, "x/y/α.md");
    await writeWhole(file, bytes("ένα"), { mode: 0o600 });
    if (process.platform !== "win32") {
      assert.equal((await stat(file)).mode & 0o777, 0o600);
      await chmod(file, 0o640);
    }
    await writeWhole(file, bytes("δύο"));
    assert.equal(await readFile(file, "utf8"), "δύο");
    if (process.platform !== "win32") assert.equal((await stat(file)).mode & 0o777, 0o640);
    assert.deepEqual(await readdir(path.dirname(file)), ["α.md"]);
  });

  it("leaves everything as it was where it must not be written after all", async () => {
    const file = path.join(folder, "a.md");
    await writeFile(file, "old");
    const confirm = async () => {
      assert.equal(await readFile(file, "utf8"), "old");
      throw new Error("no");
    };
    await assert.rejects(writeWhole(file, bytes("new"), { confirm }), /no/u);
    assert.deepEqual([await readFile(file, "utf8"), await readdir(folder)], ["old", ["a.md"]]);
  });

  it("removes what a process that was killed left behind, and nothing younger", async () => {
    const [old, young] = ["old", "young"].map((name) => path.join(folder, `.a.md.${name}.euroscribe-part`));
    for (const file of [old, young]) await writeFile(file ?? "", "half");
    await utimes(old ?? "", new Date(0), new Date(0));
    await writeWhole(path.join(folder, "a.md"), bytes("new"));
    assert.deepEqual(await readdir(folder), [".a.md.young.euroscribe-part", "a.md"]);
  });
});
