import type { IncomingMessage } from "node:http";
import type { ChatBody, RecordedRequest } from "./reply.ts";

export async function readRequest(message: IncomingMessage, index: number): Promise<RecordedRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk as Uint8Array);
  const body = Buffer.concat(chunks).toString("utf8");
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
  return { method: message.method ?? "", path: message.url ?? "", headers, body, json: parse(body), index };
}

function parse(body: string): ChatBody | undefined {
  try {
    return JSON.parse(body) as ChatBody;
  } catch {
    return undefined;
  }
}
