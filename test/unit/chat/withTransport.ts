import { createTransport, type Transport } from "../../../src/node/transport.ts";
import { type FakeServer, startFakeServer } from "../../support/fakeServer/fakeServer.ts";
import type { Script } from "../../support/fakeServer/reply.ts";

/** Starts a server and a transport for one test, and closes both whatever becomes of it: else the run would never end. */
export async function withTransport(
  script: Script,
  use: (server: FakeServer, transport: Transport) => Promise<void>,
): Promise<void> {
  const server = await startFakeServer(script);
  const transport = createTransport();
  try {
    await use(server, transport);
  } finally {
    await transport.dispose();
    await server.close();
  }
}
