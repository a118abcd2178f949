import type { TranslateBlocks } from "../../core/document/translateBlocks.ts";
import { createDocumentThread } from "./documentThread.ts";

/** Core's `translateBlocks` in a thread that is there for as long as it takes. The script is the built documentWorker.js. */
export async function translateInThread(
  script: string,
  options: Parameters<TranslateBlocks>[0],
): ReturnType<TranslateBlocks> {
  const thread = createDocumentThread(script);
  try {
    return await thread.translateBlocks(options);
  } finally {
    thread.dispose();
  }
}
