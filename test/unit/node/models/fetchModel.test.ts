import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { FetchPorts } from "../../../../src/node/models/fetchPorts.ts";
import type { FetchProgress } from "../../../../src/node/models/fetchProgress.ts";
import type { HubFaults } from "./fakeHub.ts";
import { CONTENT, NAME, openModelsFolder, PACKAGED, type Wish } from "./modelsFolderOfTest.ts";

let test: Awaited<ReturnType<typeof openModelsFolder>>;
beforeEach(async () => {
  test = await openModelsFolder();
});
afterEach(() => test.close());

/** Before the hub ends a connection: what hasn't been taken by then is lost. */
const untilStored = async (bytes: number) => {
  const part = path.join(test.folder, `${NAME}.part`);
  while ((await stat(part).catch(() => undefined))?.size !== bytes) await new Promise(setImmediate);
};

describe("fetchModel from the hub", () => {
  it("follows the hub to its CDN, checks length and hash, and asks nobody the second time", async () => {
    const hub = await test.startHub({ content: CONTENT });
    const progress: FetchProgress[] = [];
    const wish = { ports: { hubOrigin: hub.origin }, onProgress: (event: FetchProgress) => progress.push(event) };
    const file = await test.fetchTest(wish);
    assert.deepEqual(await readFile(file), CONTENT);
    assert.deepEqual(await test.files(), [NAME, `${NAME}.verified.json`]);
    assert.deepEqual(hub.requests, [`HEAD hub /owner/test-GGUF/resolve/main/${NAME}`, "GET cdn /signed?X-Amz=1"]);
    assert.deepEqual(progress.at(0), { kind: "source", source: "hub", modelName: "Test" });
    assert.deepEqual(progress.at(-2), { kind: "bytes", received: CONTENT.length, total: CONTENT.length });
    assert.deepEqual(progress.at(-1), { kind: "verifying" });
    assert.equal(await test.fetchTest(wish), file);
    assert.equal(hub.requests.length, 2);
  });

  it("goes on after cuts where it stopped", async () => {
    const hub = await test.startHub({ content: CONTENT, cuts: [100_000, 50_000], beforeCut: untilStored });
    assert.deepEqual(await readFile(await test.fetchTest({ ports: { hubOrigin: hub.origin } })), CONTENT);
    const gets = hub.requests.filter((request) => request.startsWith("GET"));
    assert.deepEqual(gets, [
      "GET cdn /signed?X-Amz=1",
      "GET cdn /signed?X-Amz=1 bytes=100000-",
      "GET cdn /signed?X-Amz=1 bytes=150000-",
    ]);
  });

  it("goes on with what an earlier process left", async () => {
    const hub = await test.startHub({ content: CONTENT });
    await writeFile(path.join(test.folder, `${NAME}.part`), CONTENT.subarray(0, 1234));
    assert.deepEqual(await readFile(await test.fetchTest({ ports: { hubOrigin: hub.origin } })), CONTENT);
    assert.equal(hub.requests.at(-1), "GET cdn /signed?X-Amz=1 bytes=1234-");
  });

  it("begins anew where ranges are ignored", async () => {
    const hub = await test.startHub({ content: CONTENT, cuts: [100_000], ignoresRange: true });
    assert.deepEqual(await readFile(await test.fetchTest({ ports: { hubOrigin: hub.origin } })), CONTENT);
  });

  it("gives up when nothing more comes, and keeps what came", async () => {
    const hub = await test.startHub({ content: CONTENT, cuts: [1000, 0, 0, 0, 0, 0, 0, 0, 0], beforeCut: untilStored });
    const said = await test.failure({ ports: { hubOrigin: hub.origin } });
    assert.match(said, /^interrupted: .* is kept: start again to go on\.$/);
    assert.deepEqual(await test.files(), [`${NAME}.part`]);
  });

  it("appends no other range than the one that it asked for", async () => {
    const hub = await test.startHub({ content: CONTENT, cuts: [1000], rangeShift: 7, beforeCut: untilStored });
    assert.match(await test.failure({ ports: { hubOrigin: hub.origin } }), /^interrupted: /);
    assert.deepEqual(await readFile(path.join(test.folder, `${NAME}.part`)), CONTENT.subarray(0, 1000));
  });

  for (const difference of [-1, 1]) {
    it(`takes no file whose length differs by ${difference} from what was announced`, async () => {
      const hub = await test.startHub({ content: CONTENT, bytes: CONTENT.length + difference });
      assert.match(await test.failure({ ports: { hubOrigin: hub.origin } }), /^interrupted: /);
      assert.ok(!existsSync(path.join(test.folder, NAME)));
    });
  }

  it("ends a download that doesn't end", async () => {
    const hub = await test.startHub({ content: CONTENT, isEndless: true });
    await assert.rejects(test.fetchTest({ ports: { hubOrigin: hub.origin } }), { kind: "interrupted" });
  });

  it("removes a file of another hash, and never gives it the name", async () => {
    const hub = await test.startHub({ content: CONTENT, sha256: "0".repeat(64) });
    const said = await test.failure({ ports: { hubOrigin: hub.origin } });
    assert.equal(
      said,
      "badChecksum: The file of Test isn't what it should be. It has been removed: start again to fetch it anew.",
    );
    assert.deepEqual(await test.files(), []);
  });

  it("holds the hub to the hash that the catalogue knows", async () => {
    const hub = await test.startHub({ content: Buffer.from(CONTENT).fill("x", 0, 9) });
    assert.match(await test.failure({ model: PACKAGED, ports: { hubOrigin: hub.origin } }), /^badChecksum/);
    assert.deepEqual(await test.files(), []);
  });

  it("doesn't take half a file of an earlier time for the whole", async () => {
    const hub = await test.startHub({ content: CONTENT });
    await writeFile(path.join(test.folder, NAME), CONTENT.subarray(0, 1000));
    const wish = { model: PACKAGED, ports: { hubOrigin: hub.origin } };
    assert.deepEqual(await readFile(await test.fetchTest(wish)), CONTENT);
  });

  it("sees before it begins that the disk has no room", async () => {
    const hub = await test.startHub({ content: CONTENT });
    const said = await test.failure({ ports: { hubOrigin: hub.origin, freeBytes: async () => 100_000_000 } });
    const expected = `noSpace: There is no space for the model in ${test.folder}: 0.2 GB are needed, 0.1 GB are free. `;
    const advice = "Make room, or name a folder on another disk in the environment variable EUROSCRIBE_MODELS.";
    assert.equal(said, expected + advice);
    assert.ok(hub.requests.every((request) => request.startsWith("HEAD")));
  });

  it("says so when the disk is full in the middle", async function () {
    // A device to which nothing can be written stands in for the full disk.
    if (!existsSync("/dev/full")) this.skip();
    const hub = await test.startHub({ content: CONTENT });
    await symlink("/dev/full", path.join(test.folder, `${NAME}.part`));
    assert.match(await test.failure({ ports: { hubOrigin: hub.origin } }), /^noSpace: .*the disk is full/);
  });

  it("ends at once when it is cancelled, and goes on later", async () => {
    const hub = await test.startHub({ content: CONTENT, cuts: [5000] });
    const controller = new AbortController();
    const onProgress = ({ kind }: FetchProgress) => {
      if (kind === "bytes") controller.abort();
    };
    const ports = { hubOrigin: hub.origin };
    await assert.rejects(test.fetchTest({ ports, onProgress, signal: controller.signal }), { kind: "cancelled" });
    assert.ok(!existsSync(path.join(test.folder, NAME)));
    assert.deepEqual(await readFile(await test.fetchTest({ ports })), CONTENT);
  });

  const unreachable: readonly (HubFaults & { readonly title: string; readonly said: RegExp })[] = [
    { title: "has no such file", said: /^notOffered: .*owner\/test-GGUF\/test\.gguf: HTTP 404\.$/ },
    { title: "wants a login", status: 401, said: /^notOffered: .*HTTP 401\.$/ },
    { title: "is down", status: 503, said: /^unreachable: .*HTTP 503: try again later\.$/ },
    { title: "names no hash", content: CONTENT, sha256: null, said: /^(notOffered|unreachable): / },
    {
      title: "points to another scheme",
      content: CONTENT,
      location: "ftp://127.0.0.1/x",
      said: /^notOffered: .*redirects to/,
    },
    {
      title: "points to itself",
      content: CONTENT,
      sha256: null,
      location: "/again",
      said: /^notOffered: .*without end/,
    },
  ];
  for (const { title, said, ...faults } of unreachable) {
    it(`says so when the hub ${title}`, async () => {
      const hub = await test.startHub(faults);
      assert.match(await test.failure({ ports: { hubOrigin: hub.origin } }), said);
      assert.deepEqual(await test.files(), []);
    });
  }

  it("gives up on a hub that never answers within the time for connecting", async () => {
    const fetch: FetchPorts["fetch"] = (_url, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
    const began = Date.now();
    await assert.rejects(test.fetchTest({ ports: { fetch, connectTimeout: 100 } }), { kind: "unreachable" });
    assert.ok(Date.now() - began < 2000);
  });

  it("fetches once when two want the same file at once", async () => {
    const hub = await test.startHub({ content: CONTENT });
    const waited: string[] = [];
    const wish: Wish = { ports: { hubOrigin: hub.origin }, onProgress: ({ kind }) => waited.push(kind) };
    const [first, second] = await Promise.all([test.fetchTest(wish), test.fetchTest(wish)]);
    assert.equal(first, second);
    assert.equal(hub.requests.filter((request) => request.startsWith("GET")).length, 1);
    assert.ok(waited.includes("waiting"));
    assert.deepEqual(await test.files(), [NAME, `${NAME}.verified.json`]);
  });
});

describe("fetchModel beside other processes", () => {
  it("takes over the lock of a process that has died, and not that of a living one", async () => {
    const hub = await test.startHub({ content: CONTENT });
    const lock = path.join(test.folder, `${NAME}.lock`);
    await writeFile(lock, "a process that lives");
    const signal = AbortSignal.timeout(700);
    await assert.rejects(test.fetchTest({ ports: { hubOrigin: hub.origin }, signal }), { kind: "cancelled" });
    const long = new Date(Date.now() - 60_000);
    await utimes(lock, long, long);
    assert.deepEqual(await readFile(await test.fetchTest({ ports: { hubOrigin: hub.origin } })), CONTENT);
    assert.deepEqual(await test.files(), [NAME, `${NAME}.verified.json`]);
  });
});
