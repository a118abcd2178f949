import type { TranslateBlocks } from "../core/document/translateBlocks.ts";

/** Translates texts of several blocks in a thread of their own. Its code is loaded with the first of them. */
export function createBlockTranslator(workerScript: string): TranslateBlocks {
  return async (options) =>
    (await import("../node/documents/translateInThread.ts")).translateInThread(workerScript, options);
}
