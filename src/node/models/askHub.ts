import type { CatalogueModel } from "../../core/models.ts";
import type { FetchPorts } from "./fetchPorts.ts";
import { ModelFetchError } from "./modelFetchError.ts";

/** Where a model's bytes are just now, and what they must be. */
export interface HubFile {
  /** An address for a short time: the hub signs it. */
  readonly url: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

const MAX_REDIRECTS = 5;

/**
 * Asks the hub for a file of a model's repository. The hub answers with a redirect to its CDN, and in
 * `x-linked-etag` and `x-linked-size` with the file's SHA-256 and length
 * (huggingface_hub, `file_download.py`, `get_hf_file_metadata`). What the catalogue knows goes before the hub's word.
 */
export async function askHub(model: CatalogueModel, ports: FetchPorts, signal: AbortSignal): Promise<HubFile> {
  let url = new URL(`/${model.repository}/resolve/main/${encodeURIComponent(model.fileName)}`, ports.hubOrigin);
  let sha256 = model.sha256;
  let bytes = model.bytes;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await head(url, ports, signal);
    sha256 ??= sha256Of(response.headers.get("x-linked-etag"));
    bytes ??= numberOf(response.headers.get("x-linked-size"));
    const location = response.headers.get("location");
    if (response.status < 300 || location === null) {
      requireOk(response, model);
      bytes ??= numberOf(response.headers.get("content-length"));
      if (bytes === undefined || sha256 === undefined) throw unexpected(url, "names no length or no checksum");
      return { url: url.href, bytes, sha256 };
    }
    url = nextUrl(url, location);
    // The CDN's signed addresses are for GET alone: once all is known, there is no need to ask further.
    if (bytes !== undefined && sha256 !== undefined && url.origin !== ports.hubOrigin) {
      return { url: url.href, bytes, sha256 };
    }
  }
  throw unexpected(url, "redirects without end");
}

async function head(url: URL, { fetch, connectTimeout }: FetchPorts, signal: AbortSignal): Promise<Response> {
  const timeout = AbortSignal.timeout(connectTimeout);
  try {
    const response = await fetch(url, {
      method: "HEAD",
      redirect: "manual",
      headers: { "accept-encoding": "identity" },
      signal: AbortSignal.any([signal, timeout]),
    });
    await response.body?.cancel();
    return response;
  } catch (cause) {
    signal.throwIfAborted();
    throw new ModelFetchError("unreachable", `The models' hub (${url.origin}) can't be reached.`, { cause });
  }
}

function requireOk({ ok, status }: Response, { repository, fileName }: CatalogueModel): void {
  if (ok) return;
  if (status >= 500 || status === 429) {
    throw new ModelFetchError("unreachable", `The models' hub answers with HTTP ${status}: try again later.`);
  }
  throw new ModelFetchError("notOffered", `The models' hub doesn't give ${repository}/${fileName}: HTTP ${status}.`);
}

/** Only ever to where it is as safe as before. */
function nextUrl(from: URL, location: string): URL {
  const to = new URL(location, from);
  if (to.protocol !== from.protocol && to.protocol !== "https:") throw unexpected(from, `redirects to ${to.origin}`);
  return to;
}

function unexpected(url: URL, what: string): ModelFetchError {
  return new ModelFetchError("notOffered", `The models' hub (${url.origin}) answers in an unknown way: it ${what}.`);
}

function sha256Of(etag: string | null): string | undefined {
  return /^(?:W\/)?"?([0-9a-f]{64})"?$/.exec(etag ?? "")?.[1];
}

function numberOf(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}
