import type { EnvHttpProxyAgent } from "undici";
import type { Fetch } from "../core/chat/fetchPort.ts";
import { isLoopbackHost } from "../core/chat/isLoopbackHost.ts";
import { createTransport, type Transport } from "./transport.ts";

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The way to endpoints where there is no editor that knows the proxies: by HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the
 * environment. What is on this computer is reached straight, whatever they say.
 */
export function createProxyTransport(): Transport {
  const straight = createTransport();
  let opened: Promise<{ readonly agent: EnvHttpProxyAgent; readonly fetch: Fetch }> | undefined;
  const fetchRemote: Fetch = async (url, init) => {
    opened ??= openAgent();
    return (await opened).fetch(url, init);
  };
  return {
    fetchFor: (url) => (isLoopbackHost(new URL(url).hostname) ? straight.fetchFor(url) : fetchRemote),
    dispose: async () => {
      await straight.dispose();
      await (await opened)?.agent.destroy();
    },
  };
}

async function openAgent() {
  const undici = await import("undici");
  // How long an answer may take is the client's business, which has limits of its own.
  const agent = new undici.EnvHttpProxyAgent({
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: CONNECT_TIMEOUT_MS, autoSelectFamily: true },
  });
  const fetch: Fetch = (url, init) => undici.fetch(url, { ...init, dispatcher: agent });
  return { agent, fetch };
}
