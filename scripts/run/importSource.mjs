import { rm } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { bundleSource } from "./bundleSource.mjs";

/** Imports a TypeScript module of the repository, such as `src/core/models.ts`, in this process. */
export async function importSource(file) {
  const bundle = await bundleSource(file);
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    await rm(bundle, { force: true });
  }
}
