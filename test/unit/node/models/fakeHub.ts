import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the hub and its CDN misbehave. */
export interface HubFaults {
  /** The file that it has; `undefined` answers 404. */
  readonly content?: Buffer;
  /** The hash that it announces; the content's where it is missing. `null` announces none. */
  readonly sha256?: string | null;
  /** Cuts the connection after so many bytes of the body, for each of the first requests. */
  readonly cuts?: readonly number[];
  /** Waits with a cut until what was sent has arrived: so many bytes of the content. 30 ms where it is missing. */
  readonly beforeCut?: (bytes: number) => Promise<void>;
  readonly ignoresRange?: boolean;
  /** Bytes by which each range begins too late. */
  readonly rangeShift?: number;
  /** The length that it announces; the content's where it is missing. */
  readonly bytes?: number;
  /** Sends without end. */
  readonly isEndless?: boolean;
  /** The status of the hub's answer, in place of a redirect. */
  readonly status?: number;
  readonly location?: string;
}

export interface FakeHub {
  readonly origin: string;
  /** Method, path and range of each request. */
  readonly requests: string[];
  close(): Promise<void>;
}

/**
 * A hub on the loopback interface that redirects to a CDN of another origin, as the real one does: the CDN takes GET
 * alone and gives ranges.
 */
export async function serveHub(faults: HubFaults): Promise<FakeHub> {
  const requests: string[] = [];
  const cuts = [...(faults.cuts ?? [])];
  const record = ({ method, url, headers }: IncomingMessage, host: string) =>
    requests.push([method, host, url, headers.range].filter(Boolean).join(" "));
  const cdn = await listen((request, response) => {
    record(request, "cdn");
    sendContent(request, response, { ...faults, cut: cuts.shift() });
  });
  const hub = await listen((request, response) => {
    record(request, "hub");
    answer(response, faults, cdn.origin);
  });
  const close = async () => {
    await Promise.all([hub.close(), cdn.close()]);
  };
  return { origin: hub.origin, requests, close };
}

export function sha256Of(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function answer(response: ServerResponse, { content, sha256, bytes, status, location }: HubFaults, cdn: string): void {
  if (status !== undefined) return void response.writeHead(status).end();
  if (!content) return void response.writeHead(404).end();
  const hash = sha256 === undefined ? sha256Of(content) : sha256;
  response.writeHead(302, {
    location: location ?? `${cdn}/signed?X-Amz=1`,
    "x-linked-size": bytes ?? content.length,
    ...(hash !== null && { "x-linked-etag": `"${hash}"` }),
  });
  response.end();
}

function sendContent(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  {
    content = Buffer.alloc(0),
    cut,
    ignoresRange,
    isEndless,
    rangeShift = 0,
    beforeCut,
  }: HubFaults & { readonly cut: number | undefined },
): void {
  if (method !== "GET") return void response.writeHead(403).end();
  if (isEndless) return void sendEndlessly(response);
  const asked = /^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1];
  const start = ignoresRange || asked === undefined ? 0 : Number(asked) + rangeShift;
  const range = { "content-range": `bytes ${start}-${content.length - 1}/${content.length}` };
  response.writeHead(start > 0 ? 206 : 200, {
    "content-length": content.length - start,
    ...(start > 0 && range),
  });
  const body = content.subarray(start);
  if (cut === undefined) return void response.end(body);
  // What hasn't been taken when the connection ends is lost to who reads it.
  response.write(body.subarray(0, cut), async () => {
    await (beforeCut ? beforeCut(start + cut) : new Promise((resolve) => setTimeout(resolve, 30)));
    response.socket?.destroy();
  });
}

function sendEndlessly(response: ServerResponse): void {
  const timer = setInterval(() => response.write(Buffer.alloc(100_000)), 1);
  response.once("close", () => clearInterval(timer));
}

async function listen(onRequest: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(onRequest);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}
