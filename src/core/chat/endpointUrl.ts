import { AssistantError } from "../errors.ts";
import { isLoopbackHost } from "./isLoopbackHost.ts";

export interface EndpointUrl {
  /** Where requests go: the address with `/chat/completions` behind it, where it isn't there already. */
  readonly completions: string;
  /** The same under `/v1`, for an address that is a host alone: to be tried when the first isn't there. */
  readonly underV1: string | undefined;
  readonly origin: string;
  readonly isLoopback: boolean;
}

const COMPLETIONS = "/chat/completions";

/**
 * Understands a host (`http://localhost:8080`), a base (`…/v1`) and the full path (`…/v1/chat/completions`).
 * Throws `invalidSettings` for what isn't http or https, and for a user name or password in the address:
 * those would stand in settings and logs, and keys belong elsewhere.
 */
export function endpointUrl(address: string): EndpointUrl {
  const url = parse(address.trim());
  url.hash = "";
  const base = url.pathname.replace(/\/+$/, "");
  const at = (path: string) => {
    const there = new URL(url);
    there.pathname = path;
    return there.href;
  };
  return {
    completions: at(base.endsWith(COMPLETIONS) ? base : base + COMPLETIONS),
    underV1: base === "" ? at(`/v1${COMPLETIONS}`) : undefined,
    origin: url.origin,
    isLoopback: isLoopbackHost(url.hostname),
  };
}

function parse(address: string): URL {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new AssistantError("invalidSettings", { reason: "url must begin with http:// or https://" });
  }
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") {
    throw new AssistantError("invalidSettings", { reason: "url must hold no user name or password" });
  }
  return url;
}
