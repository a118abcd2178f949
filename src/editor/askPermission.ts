import * as vscode from "vscode";
import { findHost } from "../core/hosts.ts";
import { describeOperator, shortOrigin } from "./describePlace.ts";
import { pickOne } from "./endpoints/pickOne.ts";
import type { Permission, PermissionQuestion } from "./sendPermission.ts";

interface PermissionItem extends vscode.QuickPickItem {
  readonly permission: Permission;
}

/**
 * Asks before the first text goes to an origin. It stays until it is answered, wherever the focus goes; Escape is No.
 * What Enter would choose at once never allows anything for good, and nothing at all where the way isn't encrypted.
 */
export async function askPermission(question: PermissionQuestion, signal?: AbortSignal): Promise<Permission> {
  const { origin, isEncrypted } = question;
  const preferred: Permission = isEncrypted ? "once" : "no";
  const picked = await pickOne(isEncrypted ? encryptedItems(origin) : unencryptedItems(origin), {
    title: describeWay(question),
    placeholder: isEncrypted
      ? vscode.l10n.t("Nothing has been sent yet.")
      : vscode.l10n.t("Others on the way could read it. Nothing has been sent yet."),
    active: ({ permission }) => permission === preferred,
    ignoreFocusOut: true,
    signal,
  });
  return picked?.permission ?? "no";
}

/** In the title, where it is read best: `This text will go to api.scaleway.ai, run by Scaleway in France (EU), on servers in Europe`. */
function describeWay({ origin, isEncrypted, what }: PermissionQuestion): string {
  const shown = shortOrigin(origin);
  if (!isEncrypted && what === "test") return vscode.l10n.t("Your API key would go unencrypted to {0}", shown);
  if (!isEncrypted) return vscode.l10n.t("This text would go unencrypted to {0}", shown);
  const host = findHost(origin);
  return host
    ? vscode.l10n.t("This text will go to {0}, {1}", shown, describeOperator(host))
    : vscode.l10n.t("This text will go to {0}, run by whoever owns that name", shown);
}

function encryptedItems(origin: string): readonly PermissionItem[] {
  return [
    {
      label: vscode.l10n.t("Always"),
      detail: vscode.l10n.t("Don't ask again for {0}", shortOrigin(origin)),
      permission: "always",
    },
    {
      label: vscode.l10n.t("Once"),
      detail: vscode.l10n.t("Send this text, and ask again next time"),
      permission: "once",
    },
    noItem(),
  ];
}

function unencryptedItems(origin: string): readonly PermissionItem[] {
  return [
    noItem(),
    {
      label: vscode.l10n.t("Once"),
      detail: vscode.l10n.t("Send unencrypted this time, and ask again next time"),
      permission: "once",
    },
    {
      label: vscode.l10n.t("Always"),
      detail: vscode.l10n.t("Send unencrypted to {0} from now on", shortOrigin(origin)),
      permission: "always",
    },
  ];
}

function noItem(): PermissionItem {
  return { label: vscode.l10n.t("No"), detail: vscode.l10n.t("Send nothing"), permission: "no" };
}
