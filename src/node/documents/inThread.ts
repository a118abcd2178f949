import { createDocumentThread, type DocumentThread } from "./documentThread.ts";

/** Does something in a thread that is there for as long as it takes. The script is the built documentWorker.js. */
export async function inThread<T>(script: string, work: (thread: DocumentThread) => Promise<T>): Promise<T> {
  const thread = createDocumentThread(script);
  try {
    return await work(thread);
  } finally {
    thread.dispose();
  }
}
