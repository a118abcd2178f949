import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { BUILTIN_ENDPOINT, type Endpoint, endpointOrigin } from "../endpoint.ts";
import { removeFromSettings } from "../endpoints/endpointSettings.ts";
import type { EndpointTools } from "../endpoints/endpointTools.ts";
import { pickEndpoint } from "../endpoints/pickEndpoint.ts";
import { readEndpoints } from "../settings.ts";

/**
 * Remove Endpoint: from the settings and from what was learned of it; the key of its origin as well where the user
 * wants that and no other endpoint needs it.
 */
export async function removeEndpoint(tools: EndpointTools, argument: unknown): Promise<void> {
  const isListed = (endpoint: Endpoint) => endpoint !== BUILTIN_ENDPOINT;
  if (!readEndpoints().some(isListed)) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no endpoint to remove."));
    return;
  }
  const title = vscode.l10n.t("Which endpoint should be removed?");
  const endpoint = await pickEndpoint({ title, argument, machine: tools.machine, filter: isListed });
  const origin = endpointOrigin(endpoint);
  const isLast =
    origin !== undefined &&
    !readEndpoints().some((other) => other.name !== endpoint.name && endpointOrigin(other) === origin);
  const losesKey = isLast && (await tools.keys.get(origin)) !== undefined && (await isKeyUnwanted(origin));
  await removeFromSettings(endpoint.name);
  if (endpoint.kind === "openai") await tools.learned.forget(endpoint);
  if (isLast) await tools.permission.forget(origin);
  if (losesKey) await tools.keys.delete(origin);
  vscode.window.setStatusBarMessage(vscode.l10n.t("{0} removed", endpoint.name), 4000);
}

/** Throws `cancelled`. */
async function isKeyUnwanted(origin: string): Promise<boolean> {
  const remove = { label: vscode.l10n.t("Remove the API key as well") };
  const keep = { label: vscode.l10n.t("Keep the API key"), description: vscode.l10n.t("in your system's keychain") };
  const title = vscode.l10n.t("No other endpoint uses the API key for {0}", origin);
  const picked = await vscode.window.showQuickPick([remove, keep], { title, ignoreFocusOut: true });
  if (!picked) throw new AssistantError("cancelled");
  return picked === remove;
}
