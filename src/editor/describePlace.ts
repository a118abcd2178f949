import * as vscode from "vscode";
import { findHost, type Host, isInEuropeanUnion } from "../core/hosts.ts";
import { type Endpoint, endpointOrigin, isOnThisComputer } from "./endpoint.ts";
import { withoutMarkup } from "./inertText.ts";
import type { Machine } from "./machine.ts";

/** Where an endpoint is, as the status bar and the lists show it. */
export interface Place {
  /** A codicon: a lock where text doesn't leave the machine. */
  readonly icon: "$(lock)" | "$(globe)";
  readonly isHere: boolean;
  /** What stands behind the endpoint's name where there is little room: `EU`, or nothing. */
  readonly label: string | undefined;
  /** `on this computer`, `api.scaleway.ai, run by Scaleway in France (EU), on servers in Europe`. */
  readonly description: string;
}

/**
 * This machine, the EU, or elsewhere. Only of a host that the extension knows by its address is the country known, and
 * what it says of its servers' place; nothing is looked up.
 */
export function describePlace(endpoint: Endpoint, machine: Machine): Place {
  if (isOnThisComputer(endpoint)) {
    const description =
      machine.name === undefined
        ? vscode.l10n.t("on this computer")
        : vscode.l10n.t("on {0}, where this window's files are", machine.name);
    return { icon: "$(lock)", isHere: true, label: undefined, description };
  }
  const origin = endpointOrigin(endpoint);
  if (origin === undefined) {
    return { icon: "$(globe)", isHere: false, label: undefined, description: vscode.l10n.t("no valid address") };
  }
  const host = findHost(origin);
  return {
    icon: "$(globe)",
    isHere: false,
    label: host && isInEuropeanUnion(host.country) ? vscode.l10n.t("EU") : undefined,
    description: host ? `${shortOrigin(origin)}, ${describeOperator(host)}` : shortOrigin(origin),
  };
}

/** The endpoint's model as people read it: a file without its folders. */
export function modelTitle({ kind, model }: Pick<Endpoint, "kind" | "model">): string {
  if (kind === "builtin" && model === "auto") return vscode.l10n.t("the best for each task");
  return withoutMarkup(model.split(/[/\\]/).findLast((part) => part !== "") ?? model);
}

/** `run by OVHcloud in France (EU), on servers in the EU`: the company's place says nothing of its servers'. */
export function describeOperator({ operator, country, servers }: Host): string {
  const name = new Intl.DisplayNames([vscode.env.language, "en"], { type: "region" }).of(country) ?? country;
  const place = isInEuropeanUnion(country) ? vscode.l10n.t("{0} (EU)", name) : name;
  switch (servers) {
    case "EU":
      return vscode.l10n.t("run by {0} in {1}, on servers in the EU", operator, place);
    case "Europe":
      return vscode.l10n.t("run by {0} in {1}, on servers in Europe", operator, place);
    case undefined:
      return vscode.l10n.t("run by {0} in {1}, which doesn't say where its servers are", operator, place);
    default:
      return servers satisfies never;
  }
}

const LONGEST = 60;

/** An origin as people read it: its scheme only where it isn't https. Whose a long name is says its end. */
export function shortOrigin(origin: string): string {
  const shown = origin.replace(/^https:\/\//, "");
  return shown.length > LONGEST ? `…${shown.slice(1 - LONGEST)}` : shown;
}
