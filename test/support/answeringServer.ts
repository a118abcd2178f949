import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with a text: answers it, fails, or answers and is cut after so many characters. */
export type Reply = string | { readonly text?: string; readonly status?: number; readonly cutAfter?: number };

export interface RecordedRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly temperature: number;
  readonly stream: boolean;
}

export interface AnsweringServer {
  /** The endpoint's base address. */
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** Of each request, in the same order. */
  readonly headers: IncomingHttpHeaders[];
  /** Lets requests wait until `release`. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
}

/**
 * A chat server on this computer whose answers are a function of the text to work on: what follows
 * the first blank line of the last user message. It streams, well-behaved; the hostile one is in fakeServer/.
 */
export async function serveAnswers(
  answer: (text: string) => Reply,
  { delayMs = 0 }: { readonly delayMs?: number } = {},
): Promise<AnsweringServer> {
  const requests: RecordedRequest[] = [];
  const headers: IncomingHttpHeaders[] = [];
  let open = () => {};
  let gate = Promise.resolve();
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const request: RecordedRequest = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    requests.push(request);
    headers.push(incoming.headers);
    await gate;
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const message = request.messages.at(-1)?.content ?? "";
    send(outgoing, answer(message.slice(message.indexOf("\n\n") + 2)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    headers,
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    close: async () => {
      open();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, reply: Reply): void {
  const { text = "", status = 200, cutAfter } = typeof reply === "string" ? { text: reply } : reply;
  if (status !== 200) {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: "The model refused." } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const piece of text.slice(0, cutAfter).match(/.{1,4}/gsu) ?? []) {
    response.write(
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: piece }, finish_reason: null }] })}\n\n`,
    );
  }
  if (cutAfter !== undefined) {
    // What was written has to be on its way before the connection goes.
    response.write("", () => response.socket?.end());
    return;
  }
  response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}\n\n`);
  response.end("data: [DONE]\n\n");
}
