import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { AssistantError } from "../../core/errors.ts";
import { chooseBuiltinModel, findModel } from "../../core/models.ts";
import type { TaskKind } from "../../core/writing/task.ts";
import { listModelFiles } from "./listModelFiles.ts";
import { modelsFolder } from "./modelsFolder.ts";
import { isTrustedFile } from "./trustedFile.ts";

export interface ModelFile {
  readonly path: string;
  /** As it is shown to users. */
  readonly name: string;
}

/**
 * The file of a built-in model as an endpoint names it: `auto` for the best that is there for the task, an id of the
 * catalogue, or the path of a GGUF file (`~/` is the user's folder). Throws `modelMissing` with the id or path that
 * is wanted.
 */
export async function findModelFile(model: string, task: TaskKind, folder = modelsFolder()): Promise<ModelFile> {
  if (model === "auto") {
    const choice = chooseBuiltinModel(task, await listModelFiles(folder));
    if (choice.kind === "missing") throw new AssistantError("modelMissing", { model: choice.model.id });
    return { path: path.join(folder, choice.model.fileName), name: choice.model.name };
  }
  const known = findModel(model);
  if (known) {
    const file = path.join(folder, known.fileName);
    if (!(await isTrustedFile(file, known))) throw new AssistantError("modelMissing", { model });
    return { path: file, name: known.name };
  }
  const file = model.startsWith("~/") ? path.join(homedir(), model.slice(2)) : model;
  const isFile = path.isAbsolute(file) && (await stat(file).catch(() => undefined))?.isFile();
  if (!isFile) throw new AssistantError("modelMissing", { model });
  return { path: file, name: path.basename(file, ".gguf") };
}
