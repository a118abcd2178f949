import { endpointUrl } from "./endpointUrl.ts";

/** Addresses of a server beside its chat completions, all of the same origin. */
export interface EndpointPaths {
  /** Bases under which a list of models may be, the likelier first; each ends without a slash. */
  readonly bases: readonly string[];
  /** A path of the server's own, outside of the OpenAI API: `/props` of `http://host/v1` is `http://host/props`. */
  beside(path: string): string;
}

const COMPLETIONS = "/chat/completions";

/** Throws `invalidSettings` as `endpointUrl` does. */
export function endpointPaths(address: string): EndpointPaths {
  const completions = new URL(endpointUrl(address).completions);
  const base = completions.pathname.slice(0, -COMPLETIONS.length);
  const at = (path: string) => {
    const there = new URL(completions);
    there.pathname = path;
    return there.href.replace(/\/$/, "");
  };
  return {
    // Of an address that is a host alone, nearly every server has its API under /v1.
    bases: base === "" ? [at("/v1"), at("/")] : [at(base)],
    beside: (path) => at(base.replace(/\/v1$/, "") + path),
  };
}
