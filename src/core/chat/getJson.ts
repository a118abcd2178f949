import { systemClock } from "../clock.ts";
import { AssistantError } from "../errors.ts";
import { connectionError } from "./connectionError.ts";
import { httpError } from "./httpError.ts";
import { readText } from "./readText.ts";
import { redirectError } from "./redirectError.ts";
import { requestHeaders } from "./requestHeaders.ts";
import type { ServerAccess } from "./serverAccess.ts";
import { type Run, untilOver } from "./untilOver.ts";

/** What gateways write of a model takes some kilobytes, and they have a thousand. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Asks a server for something about itself, at an address of its own origin. Redirects aren't followed, and what
 * isn't JSON is an `unexpectedAnswer`: any kind of server may listen there. Rejects with an AssistantError alone.
 */
export async function getJson(url: string, access: ServerAccess): Promise<unknown> {
  const { signal, clock = systemClock } = access;
  return untilOver<unknown>({ signal, clock }, (run) => ask(url, { access, run }));
}

interface Parts {
  readonly access: ServerAccess;
  readonly run: Run<unknown>;
}

async function ask(url: string, { access, run }: Parts): Promise<unknown> {
  const { fetch, apiKey, timeoutMs: ms } = access;
  run.watchdog.begin({
    ms,
    onExpire: () =>
      run.settle(() => {
        throw new AssistantError("firstTokenTimeout", { ms });
      }),
  });
  const headers = { ...requestHeaders(apiKey), accept: "application/json" };
  const init = { method: "GET", headers, redirect: "manual", signal: run.connection } as const;
  const response = await fetch(url, init).catch((error: unknown) => {
    throw connectionError(error);
  });
  const reader = response.body?.getReader();
  run.connection.addEventListener("abort", () => void reader?.cancel().catch(() => {}));
  const redirect = redirectError(response, url);
  const body = reader && !redirect ? await readText(reader, MAX_BYTES) : "";
  void reader?.cancel().catch(() => {});
  if (redirect) throw redirect;
  if (response.status >= 400) throw httpError({ status: response.status, body, model: "" });
  return parse(body, response.headers.get("content-type") ?? "");
}

function parse(body: string, contentType: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    const received = contentType.replace(/;.*/s, "").trim().slice(0, 60);
    throw new AssistantError("unexpectedAnswer", { received: received || "no JSON" });
  }
}
