import type { RunLongTask } from "../core/document/runTaskOnText.ts";
import type { TranslateBlocks } from "../core/document/translateBlocks.ts";

/** What is done with a text in a thread of its own, so that nobody waits for it. */
export interface ThreadTasks {
  readonly translateBlocks: TranslateBlocks;
  readonly runLongTask: RunLongTask;
}

/** Its code is loaded with the first of them. The script is the built documentWorker.js. */
export function createThreadTasks(workerScript: string): ThreadTasks {
  const load = async () => (await import("../node/documents/inThread.ts")).inThread;
  return {
    translateBlocks: async (options) => (await load())(workerScript, (thread) => thread.translateBlocks(options)),
    runLongTask: async (options) => (await load())(workerScript, (thread) => thread.runTask(options)),
  };
}
