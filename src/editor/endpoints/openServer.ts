import * as vscode from "vscode";
import { endpointUrl } from "../../core/chat/endpointUrl.ts";
import { type ListedModel, listModels, type ModelList } from "../../core/chat/listModels.ts";
import { AssistantError } from "../../core/errors.ts";
import { askForKey } from "./askForKey.ts";
import type { EndpointTools } from "./endpointTools.ts";
import type { ServerChoice } from "./pickServer.ts";

export interface OpenServer {
  /** The address as it was found to answer: a bare host may turn out to have its service under `/v1`. */
  readonly url: string;
  /** Empty where the server lists none. */
  readonly models: readonly ListedModel[];
  /** A key that isn't stored yet. */
  readonly apiKey: string | undefined;
}

type Server = ServerChoice & { kind: "server" };

/** Milliseconds for a list of models; one from far away may take its time. */
const LIST_MS = 15_000;

/**
 * Asks a server for its models, and the user for a key where the server wants one, until they agree. Rejects with the
 * AssistantError that says what is wrong, and with `cancelled`.
 */
export async function openServer(tools: EndpointTools, server: Server): Promise<OpenServer> {
  const { url, models, name, key } = server;
  await tools.permission.require(url, { what: "test" });
  if (models) return { url, models, apiKey: undefined };
  const { origin } = endpointUrl(url);
  const stored = await tools.keys.get(origin);
  const isAskedFirst = stored === undefined && (key === "required" || key === "perhaps");
  let apiKey = isAskedFirst ? await askFirst(origin, key) : undefined;
  for (;;) {
    try {
      const list = await askForModels(tools, { url, name, apiKey: apiKey ?? stored });
      return { ...list, apiKey };
    } catch (error) {
      if (!(error instanceof AssistantError)) throw error;
      if (error.kind === "unauthorized" || error.kind === "forbidden")
        apiKey = await askAgain(origin, apiKey ?? stored);
      else if (error.kind === "serverError" && (apiKey ?? stored) === undefined)
        apiKey = await askInDoubt(origin, error);
      // What answers without a list may still answer to a text: gateways do.
      else if (error.kind === "notFound" || error.kind === "unexpectedAnswer") return { url, models: [], apiKey };
      else throw new AssistantError(error.kind, { ...error.detail, endpoint: name });
    }
  }
}

interface Question {
  readonly url: string;
  readonly name: string;
  readonly apiKey: string | undefined;
}

function askForModels({ connections }: EndpointTools, { url, name, apiKey }: Question): Thenable<ModelList> {
  const title = vscode.l10n.t("Asking {0} for its models…", name);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return listModels(connections.accessTo(url, { apiKey, signal: controller.signal, timeoutMs: LIST_MS }));
  });
}

async function askFirst(origin: string, key: Server["key"]): Promise<string | undefined> {
  const kept = vscode.l10n.t("Stored in your system's keychain and sent to this address alone.");
  const prompt =
    key === "required" ? kept : vscode.l10n.t("{0} Leave empty to go without: a few requests a minute.", kept);
  return (await askForKey(origin, { prompt })) || undefined;
}

/** LiteLLM's proxy, installed by pip alone, fails where it would ask for a key. Throws the failure where there is none. */
async function askInDoubt(origin: string, failure: AssistantError): Promise<string> {
  const prompt = vscode.l10n.t("The server failed without a key. If it wants one, it is sent to this address alone.");
  const key = await askForKey(origin, { prompt });
  if (key === "") throw failure;
  return key;
}

async function askAgain(origin: string, tried: string | undefined): Promise<string> {
  const prompt =
    tried === undefined
      ? vscode.l10n.t("The server wants a key. It is stored in your system's keychain and sent to this address alone.")
      : vscode.l10n.t("The server didn't accept that key. Which is the right one?");
  const key = await askForKey(origin, { prompt });
  if (key === "") throw new AssistantError("cancelled");
  return key;
}
