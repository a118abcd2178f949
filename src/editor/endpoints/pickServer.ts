import * as vscode from "vscode";
import type { ListedModel } from "../../core/chat/listModels.ts";
import { parseAddress } from "../../core/chat/parseAddress.ts";
import { type FoundServer, probeServers } from "../../core/chat/probeServers.ts";
import { AssistantError } from "../../core/errors.ts";
import { HOSTS, type Host } from "../../core/hosts.ts";
import { describeOperator } from "../describePlace.ts";
import type { EndpointTools } from "./endpointTools.ts";

/** Where a new endpoint will be, as far as the first question tells. */
export type ServerChoice =
  | { readonly kind: "builtin" }
  | {
      readonly kind: "server";
      /** What the endpoint will be called, unless another is. */
      readonly name: string;
      readonly url: string;
      /** `onRefusal`: asked for once the server wants one; `perhaps`: it serves better with one. */
      readonly key: "required" | "perhaps" | "onRefusal";
      /** What its probe told; `undefined` where it wasn't asked yet. */
      readonly models?: readonly ListedModel[] | undefined;
    };

interface ServerItem extends vscode.QuickPickItem {
  readonly choice?: ServerChoice | "address";
}

/** Milliseconds for each port of this computer; a server that is there answers at once. */
const PROBE_MS = 700;

/**
 * What there is to send text to: the servers that answer on this computer now, the built-in model, European hosts, and
 * any address. The ports of this computer are tried here and nowhere else, and no text goes to them. Throws `cancelled`.
 */
export async function pickServer(tools: EndpointTools): Promise<ServerChoice> {
  const found = findServers(tools).then((servers) => listItems(servers, tools));
  const picked = await vscode.window.showQuickPick(found, {
    title: vscode.l10n.t("Where should text go?"),
    placeHolder: vscode.l10n.t("Servers that answer now, and others"),
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked?.choice) throw new AssistantError("cancelled");
  return picked.choice === "address" ? askForAddress() : picked.choice;
}

async function findServers({ connections }: EndpointTools): Promise<readonly FoundServer[]> {
  const { signal } = new AbortController();
  return probeServers((url) => connections.accessTo(url, { signal, timeoutMs: PROBE_MS }));
}

function listItems(found: readonly FoundServer[], { machine }: EndpointTools): ServerItem[] {
  const here = machine.name === undefined ? vscode.l10n.t("on this computer") : vscode.l10n.t("on {0}", machine.name);
  return [
    separator(here),
    ...found.map(foundItem),
    {
      label: `$(lock) ${vscode.l10n.t("Built-in model")}`,
      description: vscode.l10n.t("runs inside the extension"),
      choice: { kind: "builtin" },
    },
    separator(vscode.l10n.t("European hosts")),
    ...HOSTS.map(hostItem),
    separator(vscode.l10n.t("elsewhere")),
    {
      label: `$(server) ${vscode.l10n.t("Your organisation's server…")}`,
      description: vscode.l10n.t("vLLM, SGLang, LiteLLM or any other, by its address"),
      choice: "address",
    },
  ];
}

function foundItem({ name, url, models, wantsKey }: FoundServer): ServerItem {
  const count = models.length === 1 ? vscode.l10n.t("1 model") : vscode.l10n.t("{0} models", models.length);
  return {
    label: `$(lock) ${name}`,
    description: new URL(url).host,
    detail: wantsKey ? vscode.l10n.t("answers now, and wants an API key") : vscode.l10n.t("answers now: {0}", count),
    choice: { kind: "server", name, url, key: wantsKey ? "required" : "onRefusal", ...(!wantsKey && { models }) },
  };
}

function hostItem(host: Host): ServerItem {
  const { name, url, key } = host;
  return {
    label: `$(globe) ${name}`,
    description: describeOperator(host),
    detail:
      key === "required"
        ? vscode.l10n.t("{0} · needs an API key", new URL(url).host)
        : vscode.l10n.t("{0} · works without an API key, a few requests a minute", new URL(url).host),
    choice: { kind: "server", name, url, key: key === "required" ? key : "perhaps" },
  };
}

function separator(label: string): ServerItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

async function askForAddress(): Promise<ServerChoice> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t("The server's address"),
    prompt: vscode.l10n.t(
      "A host such as llm.example.eu is enough; with /v1 or the full path it is understood as well.",
    ),
    placeHolder: "https://llm.example.eu/v1",
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === "" || addressOf(value) ? undefined : describeBadAddress(value)),
  });
  const url = typed === undefined ? undefined : addressOf(typed);
  if (url === undefined) throw new AssistantError("cancelled");
  return { kind: "server", name: new URL(url).host, url, key: "onRefusal" };
}

function addressOf(typed: string): string | undefined {
  try {
    return parseAddress(typed);
  } catch {
    return undefined;
  }
}

function describeBadAddress(typed: string): string {
  return typed.includes("@")
    ? vscode.l10n.t("User names and keys don't belong in the address: the key is asked for next.")
    : vscode.l10n.t("This is no address. It looks like https://llm.example.eu/v1, or just llm.example.eu.");
}
