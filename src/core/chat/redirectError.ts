import { AssistantError } from "../errors.ts";
import type { FetchResponse } from "./fetchPort.ts";

/**
 * A redirect is never followed: a key would go along, and on 307 and 308 the text as well. It is an error that
 * names where it pointed by origin alone; `undefined` for any other answer.
 */
export function redirectError(response: FetchResponse, from: string): AssistantError | undefined {
  const { status, type } = response;
  if (type !== "opaqueredirect" && (status < 300 || status > 399)) return undefined;
  const location = response.headers.get("location");
  const origin = location !== null && URL.canParse(location, from) ? originOf(new URL(location, from)) : undefined;
  return new AssistantError("redirect", { ...(status > 0 && { status }), ...(origin !== undefined && { origin }) });
}

/** `file:` and the like have no origin: their scheme says enough. */
function originOf(url: URL): string {
  return url.origin === "null" ? url.protocol : url.origin.slice(0, 300);
}
