import { parentPort } from "node:worker_threads";
import { startFakeServer } from "../support/fakeServer/fakeServer.ts";
import { textToWorkOn } from "../support/fakeServer/models.ts";
import { streamOf } from "../support/fakeServer/streamReply.ts";

/**
 * A worker in which a server answers with what it was given in capitals: with large texts its work is much, and isn't to
 * be counted as the extension host's. Tells its address, and then how many connections it has had, whenever it is asked.
 */
async function serve(): Promise<void> {
  const server = await startFakeServer((request) => streamOf(textToWorkOn(request).toUpperCase(), { chunkSize: 4096 }));
  parentPort?.on("message", () => parentPort?.postMessage(server.connections()));
  parentPort?.postMessage(server.url);
}

void serve();
