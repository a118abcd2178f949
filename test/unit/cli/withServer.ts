import { louder, type Project, withProject } from "../../support/cliProject.ts";
import { type FakeServer, startFakeServer } from "../../support/fakeServer/fakeServer.ts";
import { answerWith } from "../../support/fakeServer/models.ts";
import type { Script } from "../../support/fakeServer/reply.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A project whose endpoint is a fake server that translates into capitals, or does what the script says. */
export async function withServer(
  files: Files,
  test: (project: Project, server: FakeServer) => Promise<void>,
  script: Script = answerWith(louder),
): Promise<void> {
  const server = await startFakeServer(script);
  try {
    await withProject({ files, endpoint: server.url }, (project) => test(project, server));
  } finally {
    await server.close();
  }
}
