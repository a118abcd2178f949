import { stat } from "node:fs/promises";
import { totalmem } from "node:os";
import { AssistantError } from "../core/errors.ts";
import { fitsInMemory } from "./fitsInMemory.ts";

/** What keeps a model's file from being loaded, as far as it can be seen from outside; `undefined` if nothing does. */
export async function findModelFault({
  modelPath,
  name,
  availableMemory,
}: {
  readonly modelPath: string;
  readonly name: string;
  /** Bytes. */
  readonly availableMemory: () => number;
}): Promise<AssistantError | undefined> {
  const file = await stat(modelPath).catch(() => undefined);
  if (!file?.isFile()) return new AssistantError("modelMissing", { model: name });
  const { platform } = process;
  const memory = { availableBytes: availableMemory(), totalBytes: totalmem(), platform };
  if (fitsInMemory({ fileBytes: file.size, ...memory })) return undefined;
  return new AssistantError("outOfMemory", { model: name, reason: "before loading" });
}
