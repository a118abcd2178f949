import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { playReply } from "./playReply.ts";
import { readRequest } from "./readRequest.ts";
import type { MakeReply, RecordedRequest, Reply, Script } from "./reply.ts";

export interface FakeServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The origin with `/v1`: what an endpoint's `url` is. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Connections that were ever made, with a request or without. */
  connections(): number;
  openConnections(): number;
  /** Answers otherwise from now on; a list begins at its first reply. */
  play(script: Script): void;
  /** Closes all connections, and stops what is being sent. */
  close(): Promise<void>;
}

export interface FakeServerOptions {
  /** The address it listens at; 127.0.0.1 by default. */
  readonly host?: string;
  /** Makes the server that requests come to: HTTPS, for one. Plain HTTP by default. */
  readonly createServer?: (listener: (request: IncomingMessage, response: ServerResponse) => void) => Server;
  readonly scheme?: "http" | "https";
}

/** An OpenAI-compatible server on this computer that does what its script says, and keeps what it was sent. */
export async function startFakeServer(script: Script, options: FakeServerOptions = {}): Promise<FakeServer> {
  const { host = "127.0.0.1", scheme = "http" } = options;
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let next = chooser(script);
  const server = (options.createServer ?? createServer)((message, response) => {
    void (async () => {
      const request = await readRequest(message, requests.length);
      requests.push(request);
      await playReply(await next(request), response);
    })().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that goes away in the middle is what some tests are about.
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`;
  return {
    origin,
    url: `${origin}/v1`,
    requests,
    connections: () => connections,
    openConnections: () => sockets.size,
    play: (other) => {
      next = chooser(other);
    },
    close: () => close(server, sockets),
  };
}

function chooser(script: Script): MakeReply {
  const replies: readonly (Reply | MakeReply)[] = Array.isArray(script) ? script : [script];
  let turn = 0;
  return (request) => {
    const reply = replies[Math.min(turn, replies.length - 1)] ?? {};
    turn += 1;
    return typeof reply === "function" ? reply(request) : reply;
  };
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
