import assert from "node:assert/strict";
import { createTransport, type Transport } from "../../../src/node/transport.ts";
import { type FakeServer, startFakeServer } from "../../support/fakeServer/fakeServer.ts";
import type { Script } from "../../support/fakeServer/reply.ts";
import { resourcesBack, unhandledRejections } from "./resources.ts";

/**
 * Starts a server and a transport for one test, and closes both whatever becomes of it: else the run would never
 * end. No timer, socket or rejection may be left then (I3).
 */
export async function withTransport(
  script: Script,
  use: (server: FakeServer, transport: Transport) => Promise<void>,
): Promise<void> {
  const rejections = unhandledRejections();
  const isBack = await resourcesBack();
  const server = await startFakeServer(script);
  const transport = createTransport();
  try {
    await use(server, transport);
  } finally {
    await transport.dispose();
    await server.close();
    await isBack();
    assert.deepEqual(rejections.stop(), [], "I3: unhandled rejections");
  }
}
