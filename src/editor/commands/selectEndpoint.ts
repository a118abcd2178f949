import * as vscode from "vscode";
import { SETTINGS } from "../contributions.ts";
import { type Endpoint, endpointOrigin, isOnThisComputer } from "../endpoint.ts";
import type { CommandHandler } from "../runCommand.ts";
import { nameOfEndpointInUse, readEndpoints } from "../settings.ts";

/** Chooses which of the user's endpoints is in use. Where text goes is a user setting, never a workspace's. */
export function createSelectEndpoint(): CommandHandler {
  return async () => {
    const endpoints = readEndpoints();
    const items = [...endpoints.map(toItem), editItem()];
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t("Where should Euroscribe send text?"),
      placeHolder: vscode.l10n.t("In use: {0}", nameOfEndpointInUse()),
    });
    if (!picked) return;
    if (!picked.endpoint) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "euroscribe.endpoints");
      return;
    }
    const configuration = vscode.workspace.getConfiguration("euroscribe");
    await configuration.update(SETTINGS.endpoint, picked.endpoint.name, vscode.ConfigurationTarget.Global);
  };
}

interface EndpointItem extends vscode.QuickPickItem {
  readonly endpoint?: Endpoint;
}

function toItem(endpoint: Endpoint): EndpointItem {
  const isLocal = isOnThisComputer(endpoint);
  return {
    label: `${isLocal ? "$(lock)" : "$(globe)"} ${endpoint.name}`,
    description: endpoint.model,
    detail: isLocal
      ? vscode.l10n.t("on this computer")
      : (endpointOrigin(endpoint) ?? vscode.l10n.t("no valid address")),
    endpoint,
  };
}

function editItem(): EndpointItem {
  return { label: `$(gear) ${vscode.l10n.t("Edit endpoints in the settings…")}` };
}
