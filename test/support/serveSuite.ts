import { after, afterEach, before } from "mocha";
import { type AnsweringServer, serveAnswers } from "./answeringServer.ts";
import { closeAll, useEndpoints, useServer } from "./editor.ts";

/**
 * Has a suite ask a server that answers so: it is the endpoint in use, and closed when the tests are done. No editor stays
 * open behind one.
 */
export function serveSuite(answer: Parameters<typeof serveAnswers>[0]): Omit<AnsweringServer, "close"> {
  let server: AnsweringServer | undefined;
  const running = (): AnsweringServer => {
    if (!server) throw new Error("the server starts with the suite's first test");
    return server;
  };
  before(async () => {
    server = await serveAnswers(answer);
    await useServer(server.url);
  });
  afterEach(closeAll);
  after(async () => {
    await useEndpoints(undefined);
    await server?.close();
  });
  return {
    get url() {
      return running().url;
    },
    get requests() {
      return running().requests;
    },
    get headers() {
      return running().headers;
    },
    hold: () => running().hold(),
    release: () => running().release(),
  };
}
