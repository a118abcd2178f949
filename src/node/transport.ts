import type { Agent } from "undici";
import type { Fetch, FetchInit } from "../core/chat/fetchPort.ts";
import { isLoopbackHost } from "../core/chat/isLoopbackHost.ts";

export interface Transport {
  /** The way to an endpoint. Nothing is loaded or opened before it is used. */
  fetchFor(url: string): Fetch;
  /** Closes the connections to this computer, those in use as well. */
  dispose(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Endpoints on this computer are reached through an agent of our own: Node's gives up after 300 s without headers,
 * and a slow model sends none before its first token. All others go through the global fetch, which VS Code
 * patches for proxies and for the system's certificates; an agent of our own would undo that.
 */
export function createTransport(): Transport {
  let local: Promise<LocalFetch> | undefined;
  const fetchLocal: Fetch = async (url, init) => {
    local ??= openLocal();
    return (await local).fetch(url, init);
  };
  return {
    fetchFor: (url) => (isLoopbackHost(new URL(url).hostname) ? fetchLocal : fetchRemote),
    dispose: async () => {
      const opened = local;
      local = undefined;
      await (await opened)?.agent.destroy();
    },
  };
}

/** Looked up at each call: VS Code may patch it after this module is loaded. */
const fetchRemote: Fetch = (url, init) => globalThis.fetch(url, init);

interface LocalFetch {
  readonly agent: Agent;
  readonly fetch: Fetch;
}

async function openLocal(): Promise<LocalFetch> {
  // undici makes itself the process's dispatcher where there is none yet, and Node makes its own at the first fetch.
  await globalThis.fetch("data:,");
  const undici = await import("undici");
  const agent = new undici.Agent({
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: CONNECT_TIMEOUT_MS, autoSelectFamily: true },
  });
  return { agent, fetch: (url: string, init: FetchInit) => undici.fetch(url, { ...init, dispatcher: agent }) };
}
