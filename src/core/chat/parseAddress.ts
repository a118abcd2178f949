import { AssistantError } from "../errors.ts";
import { endpointUrl } from "./endpointUrl.ts";
import { isLoopbackHost } from "./isLoopbackHost.ts";

/**
 * An address as people write it, as one that an endpoint can have: `llm.example.eu`, `gpu01:8000`, `localhost:11434`,
 * with `/v1` or the full path of the chat completions, of which the base is kept. What names no scheme is https, and
 * http only on this computer: nothing falls back to http by itself. Throws `invalidSettings` for what is no address.
 */
export function parseAddress(typed: string): string {
  const address = typed.trim().replace(/^["'<]+|["'>]+$/g, "");
  const url = new URL(withScheme(address));
  // The rest of the rules: no other scheme, no user name or password.
  endpointUrl(url.href);
  url.hash = "";
  url.pathname = url.pathname.replace(/\/+$/, "").replace(/\/chat\/completions$|\/models$/, "");
  return url.href.replace(/\/$/, "");
}

function withScheme(address: string): string {
  if (address === "" || /\s/.test(address)) throw notAnAddress();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return checked(address);
  const { hostname } = new URL(checked(`https://${address}`));
  return `${isLoopbackHost(hostname) ? "http" : "https"}://${address}`;
}

function checked(address: string): string {
  if (!URL.canParse(address)) throw notAnAddress();
  return address;
}

function notAnAddress(): AssistantError {
  return new AssistantError("invalidSettings", { reason: "no address" });
}
