import assert from "node:assert/strict";
import { appendFile, chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openMemoryFile } from "../../../../src/node/memory/memoryFile.ts";
import { openOutputRecord } from "../../../../src/node/memory/outputRecord.ts";
import { projectFiles, stateFolder } from "../../../../src/node/memory/stateFolder.ts";

const key = (unit: string, context = "c") => ({ unit, context });
const pair = (target: string) => ({ source: "σ", target, stamps: { model: "m", prompt: 1 } });

describe("memories on disk", () => {
  let folder: string;
  let file: string;
  let faults: number;
  const openRecord = () =>
    openOutputRecord(file, {
      onFault: () => {
        faults += 1;
      },
    });
  const open = () =>
    openMemoryFile(file, {
      onFault: () => {
        faults += 1;
      },
    });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "euroscribe-memory-"));
    file = path.join(folder, "deep", "memory.jsonl");
    faults = 0;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("has what was stored as soon as it was, and the latest of a key", async () => {
    const memory = await open();
    await memory.store(key("u"), pair("ένα"));
    await memory.store(key("u", "d"), pair("δύο\n\u2028"));
    await memory.store(key("u"), pair("τρία"));
    for (const one of [memory, await open()]) {
      assert.deepEqual(await one.find(key("u")), { entry: pair("τρία"), kind: "context" });
      assert.deepEqual(await one.find(key("u", "d")), { entry: pair("δύο\n\u2028"), kind: "context" });
      assert.deepEqual(await one.find(key("u", "other")), { entry: pair("τρία"), kind: "exact" });
      assert.equal(await one.find(key("v")), undefined);
    }
  });

  it("is its owner's alone, also where it was laid there by other means", async () => {
    await (await open()).store(key("u"), pair("ένα"));
    if (process.platform === "win32") return;
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    await chmod(file, 0o644);
    await open();
    assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  it("survives a line that was cut at any of its bytes, and lines that are something else", async () => {
    await (await open()).store(key("u"), pair("ένα"));
    const whole = await readFile(file);
    for (let length = 0; length <= whole.length; length += 1) {
      await writeFile(file, whole);
      await appendFile(file, whole.subarray(0, length));
      await appendFile(file, length % 2 === 0 ? "" : "\n7\n{}\nnull\n");
      const memory = await open();
      await memory.store(key("v"), pair("δύο"));
      const reopened = await open();
      assert.deepEqual(
        [(await reopened.find(key("u")))?.entry.target, (await reopened.find(key("v")))?.entry.target],
        ["ένα", "δύο"],
        `cut after ${length} bytes`,
      );
    }
  });

  it("has one line for each that was stored at once, in their order", async () => {
    const memory = await open();
    // Long enough for several writes to the file.
    const targets = Array.from({ length: 20 }, (_, index) => `${index} ${"λέξη ".repeat(index % 2 ? 1 : 40_000)}`);
    await Promise.all(targets.map((target) => memory.store(key("u"), pair(target))));
    const lines = (await readFile(file, "utf8")).split("\n");
    assert.equal(lines.pop(), "");
    assert.ok(lines.every((line, index) => JSON.parse(line).target === targets[index]));
  });

  it("says once that it can't be written to, and goes on in memory", async () => {
    const memory = await open();
    await rm(path.dirname(file), { recursive: true });
    await memory.store(key("u"), pair("ένα"));
    await memory.store(key("v"), pair("δύο"));
    assert.deepEqual([faults, (await memory.find(key("v")))?.entry.target], [1, "δύο"]);
  });

  it("knows every state of an output that was written, and the latest entry", async () => {
    const entry = (outputHash: string) => ({
      output: "/a.el.md",
      source: "/a.md",
      language: "el",
      outputHash,
      sourceHash: "s",
    });
    const record = await openRecord();
    await record.add(entry("1"));
    await record.add(entry("2"));
    for (const one of [record, await openRecord()]) {
      assert.deepEqual(
        [
          one.isOurs("/a.el.md", "1"),
          one.isOurs("/a.el.md", "2"),
          one.isOurs("/a.el.md", "3"),
          one.isOurs("/b.md", "1"),
        ],
        [true, true, false, false],
      );
      assert.deepEqual(one.list(), [entry("2")]);
    }
    await rm(path.dirname(file), { recursive: true });
    await record.add(entry("4"));
    assert.deepEqual([faults, record.isOurs("/a.el.md", "4")], [1, true]);
  });

  it("lie where the system keeps what programs remember, each project's apart", () => {
    assert.equal(stateFolder({ EUROSCRIBE_STATE: path.resolve("/s") }), path.resolve("/s"));
    assert.match(stateFolder({ XDG_STATE_HOME: "/x" }, "linux"), /[\\/]x[\\/]euroscribe$/u);
    assert.match(stateFolder({}, "linux"), /\.local[\\/]state[\\/]euroscribe$/u);
    assert.match(stateFolder({ LOCALAPPDATA: "L" }, "win32"), /^L[\\/]Euroscribe$/u);
    assert.match(stateFolder({}, "darwin"), /Application Support[\\/]Euroscribe$/u);
    const [one, other] = ["/x/βιβλίο: ένα", "/y/βιβλίο: ένα"].map((project) =>
      path.basename(projectFiles("/s", project).memory),
    );
    assert.match(one ?? "", /^βιβλίο__ένα-[0-9a-f]{12}\.jsonl$/u);
    assert.notEqual(one, other);
  });
});
