import { startFakeServer } from "../test/support/fakeServer/fakeServer.ts";
import type { Reply } from "../test/support/fakeServer/reply.ts";
import { DONE, delta, event, sse } from "../test/support/fakeServer/streamReply.ts";

/** Plays the bench's scenarios by path, and tells the parent where. */
export async function serveScenarios(): Promise<void> {
  const scenarios: Readonly<Record<string, Reply>> = {
    "/atOnce": atOnce(1000),
    "/flood": atOnce(20_000),
    "/packets": spaced(1000, 0.1),
    "/paced": spaced(50, 4),
  };
  const { origin } = await startFakeServer(
    ({ path }) => scenarios[path.replace("/chat/completions", "")] ?? { status: 404 },
  );
  process.send?.(origin);
  process.on("disconnect", () => process.exit());
}

const END = delta({}, "stop") + DONE;

/** As llama-server words it: about 300 bytes for a word. */
function word(index: number): string {
  const choices = [{ finish_reason: null, index: 0, delta: { content: ` slovo${index % 10}` } }];
  const rest = {
    created: 1795578111,
    id: "chatcmpl-gW7or5AZ6Z3h3KQVB90uElmmsaOqgbQH",
    model: "eurollm-1.7b-instruct-q4_k_m",
  };
  return event({ choices, ...rest, system_fingerprint: "b0-unknown", object: "chat.completion.chunk" });
}

function atOnce(count: number): Reply {
  return sse(
    [Buffer.from(Array.from({ length: count }, (_, index) => word(index)).join("") + END)].map((bytes) => ({ bytes })),
  );
}

function spaced(count: number, delayMs: number): Reply {
  return sse([...Array.from({ length: count }, (_, index) => ({ bytes: word(index), delayMs })), END]);
}
