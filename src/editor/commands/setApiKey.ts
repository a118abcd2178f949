import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import type { ApiKeys } from "../apiKeys.ts";
import { endpointOrigin } from "../endpoint.ts";
import type { CommandHandler } from "../runCommand.ts";
import { readEndpoints } from "../settings.ts";

/** Asks for an endpoint's key and stores it for that endpoint's origin alone; an empty one removes it. */
export function createSetApiKey(keys: ApiKeys): CommandHandler {
  return async () => {
    const origin = await pickOrigin();
    const key = await vscode.window.showInputBox({
      title: vscode.l10n.t("API key for {0}", origin),
      prompt: vscode.l10n.t(
        "Stored in your system's keychain and sent to this address alone. Leave empty to remove it.",
      ),
      password: true,
      ignoreFocusOut: true,
    });
    if (key === undefined) return;
    if (key.trim() === "") await keys.delete(origin);
    else await keys.set(origin, key.trim());
    const said =
      key.trim() === ""
        ? vscode.l10n.t("API key for {0} removed", origin)
        : vscode.l10n.t("API key for {0} stored", origin);
    vscode.window.setStatusBarMessage(said, 4000);
  };
}

async function pickOrigin(): Promise<string> {
  const origins = [...new Set(readEndpoints().flatMap((endpoint) => endpointOrigin(endpoint) ?? []))];
  const [only, ...others] = origins;
  if (only === undefined)
    throw new AssistantError("invalidSettings", { reason: vscode.l10n.t("no endpoint with an address is set up") });
  if (others.length === 0) return only;
  const picked = await vscode.window.showQuickPick(origins, { title: vscode.l10n.t("Which endpoint is the key for?") });
  if (picked === undefined) throw new AssistantError("cancelled");
  return picked;
}
