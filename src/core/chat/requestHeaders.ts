import { AssistantError } from "../errors.ts";

/** Throws `unauthorized` for a key that no header can hold, such as one pasted with a line end in it. */
export function requestHeaders(apiKey: string | undefined): Record<string, string> {
  const headers = {
    "content-type": "application/json",
    accept: "text/event-stream, application/json",
    // A proxy that compresses a stream holds it back until a block is full.
    "accept-encoding": "identity",
  };
  const key = apiKey?.trim();
  if (!key) return headers;
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new AssistantError("unauthorized", { reason: "the key holds characters that no key has" });
  return { ...headers, authorization: `Bearer ${key}` };
}
