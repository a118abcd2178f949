import { ModelFetchError } from "./modelFetchError.ts";

/** A disk that is filled to its last byte helps nobody. */
const MARGIN = 200_000_000;

/** Throws `noSpace` if the disk with the folder hasn't room for so many bytes more. */
export async function requireSpace(
  folder: string,
  bytes: number,
  freeBytes: (folder: string) => Promise<number>,
): Promise<void> {
  const free = await freeBytes(folder);
  if (free >= bytes + MARGIN) return;
  throw noSpace(folder, `${inGigabytes(bytes + MARGIN)} GB are needed, ${inGigabytes(free)} GB are free`);
}

/** The error for a full disk, before or while a file is written. */
export function noSpace(folder: string, detail: string): ModelFetchError {
  const advice = "Make room, or name a folder on another disk in the environment variable EUROSCRIBE_MODELS";
  return new ModelFetchError("noSpace", `There is no space for the model in ${folder}: ${detail}. ${advice}.`);
}

function inGigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
