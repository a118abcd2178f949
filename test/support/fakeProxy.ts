import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { pipeline } from "node:stream";

export interface FakeProxy {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** What it was asked for, in order: `CONNECT host:port`, `GET http://host/path`; a refused one as well. */
  readonly asked: readonly string[];
  /** All that it could read: the heads of requests, and of those that came without a tunnel the bodies. */
  readonly seen: () => string;
  close(): Promise<void>;
}

export interface FakeProxyOptions {
  /** Names that it alone resolves, each to a port of this computer. */
  readonly hosts: Readonly<Record<string, number>>;
  /** `user:password` that it wants; 407 without. */
  readonly credentials?: string;
}

/** An organisation's proxy on this computer, for tunnels and for addresses in full. */
export async function startFakeProxy({ hosts, credentials }: FakeProxyOptions): Promise<FakeProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let seen = "";
  const expected = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
  const isRefused = ({ headers }: IncomingMessage) =>
    expected !== undefined && headers["proxy-authorization"] !== expected;
  const note = ({ method, url, rawHeaders }: IncomingMessage) => {
    asked.push(`${method} ${url}`);
    seen += `${method} ${url}\n${rawHeaders.join("\n")}\n`;
  };

  const server = createServer((request, response) => {
    note(request);
    if (isRefused(request)) return refuse(response);
    const { hostname, port, pathname, search } = new URL(request.url ?? "");
    const { "proxy-authorization": _, ...headers } = request.headers;
    const onward = sendRequest(
      { host: "127.0.0.1", port: hosts[hostname] ?? port, method: request.method, path: pathname + search, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        pipeline(answer, response, () => {});
      },
    );
    request.on("data", (data: Buffer) => {
      seen += String(data);
    });
    pipeline(request, onward, () => {});
    onward.once("error", () => response.destroy());
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    note(request);
    if (isRefused(request)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\n\r\n');
      return;
    }
    const [host = "", port] = (request.url ?? "").split(":");
    const onward = connect(hosts[host] ?? Number(port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      pipeline(socket, onward, socket, () => {});
    });
    onward.once("error", () => socket.destroy());
    sockets.add(onward);
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    seen: () => seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function refuse(response: ServerResponse): void {
  response.writeHead(407, { "proxy-authenticate": 'Basic realm="office"' });
  response.end();
}
