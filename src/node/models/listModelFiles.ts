import path from "node:path";
import { MODELS } from "../../core/models.ts";
import { isTrustedFile } from "./trustedFile.ts";

/** The file names of the catalogue's models that lie in the folder, whole and checked. */
export async function listModelFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const model of MODELS) {
    if (await isTrustedFile(path.join(folder, model.fileName), model)) found.push(model.fileName);
  }
  return found;
}
