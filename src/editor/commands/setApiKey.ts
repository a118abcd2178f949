import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import type { ApiKeys } from "../apiKeys.ts";
import { type Endpoint, endpointOrigin } from "../endpoint.ts";
import { namedEndpoint } from "../endpointArgument.ts";
import { askForKey } from "../endpoints/askForKey.ts";
import { readEndpoints } from "../settings.ts";

/** Set API Key: asks for an endpoint's key and stores it for that endpoint's origin alone; an empty one removes it. */
export async function setApiKey(keys: ApiKeys, argument: unknown): Promise<void> {
  const origin = await pickOrigin(argument);
  const key = await askForKey(origin, {
    prompt: vscode.l10n.t("Stored in your system's keychain and sent to this address alone. Leave empty to remove it."),
  });
  if (key === "") await keys.delete(origin);
  else await keys.set(origin, key);
  const said =
    key === "" ? vscode.l10n.t("API key for {0} removed", origin) : vscode.l10n.t("API key for {0} stored", origin);
  vscode.window.setStatusBarMessage(said, 4000);
}

async function pickOrigin(argument: unknown): Promise<string> {
  const endpoints = readEndpoints();
  const named = namedEndpoint(argument, endpoints);
  const origins = originsOf(named ? [named] : endpoints);
  const [only, ...others] = origins;
  if (only === undefined)
    throw new AssistantError("invalidSettings", { reason: vscode.l10n.t("no endpoint with an address is set up") });
  if (others.length === 0) return only;
  const picked = await vscode.window.showQuickPick(origins, { title: vscode.l10n.t("Which endpoint is the key for?") });
  if (picked === undefined) throw new AssistantError("cancelled");
  return picked;
}

function originsOf(endpoints: readonly Endpoint[]): readonly string[] {
  return [...new Set(endpoints.flatMap((endpoint) => endpointOrigin(endpoint) ?? []))];
}
