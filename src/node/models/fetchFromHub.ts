import { stat } from "node:fs/promises";
import path from "node:path";
import type { CatalogueModel } from "../../core/models.ts";
import { askHub, type HubFile } from "./askHub.ts";
import { type DownloadOptions, downloadFile } from "./downloadFile.ts";
import { ModelFetchError } from "./modelFetchError.ts";
import { requireSpace } from "./requireSpace.ts";

/** Cuts in a row without a byte more after which a download is given up. */
const MAX_FRUITLESS_TRIES = 3;

/**
 * Fetches a model's file from its hub into `options.part`, going on after cuts. The bytes are all there when it
 * resolves; whether they are the right ones is for the caller to see, by the SHA-256 that it resolves to.
 */
export async function fetchFromHub(model: CatalogueModel, options: DownloadOptions): Promise<string> {
  const { part, signal, ports } = options;
  let fruitless = 0;
  for (;;) {
    // Asked each time: the address is signed for a short time.
    const file = await askHub(model, ports, signal);
    const before = await sizeOf(part);
    await requireSpace(path.dirname(part), Math.max(0, file.bytes - before), ports.freeBytes);
    if (await isComplete(file, options)) return file.sha256;
    fruitless = (await sizeOf(part)) > before ? 0 : fruitless + 1;
    if (fruitless === MAX_FRUITLESS_TRIES) {
      throw new ModelFetchError(
        "interrupted",
        `The download of ${model.name} was cut again and again. What has arrived is kept: start again to go on.`,
      );
    }
  }
}

async function isComplete(file: HubFile, options: DownloadOptions): Promise<boolean> {
  try {
    await downloadFile(file, options);
    return true;
  } catch (error) {
    if (error instanceof ModelFetchError && error.kind === "interrupted") return false;
    throw error;
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}
