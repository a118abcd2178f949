import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { describePlace, modelTitle } from "../describePlace.ts";
import type { Endpoint } from "../endpoint.ts";
import { namedEndpoint } from "../endpointArgument.ts";
import { withoutMarkup } from "../inertText.ts";
import type { Machine } from "../machine.ts";
import { nameOfEndpointInUse, readEndpoints } from "../settings.ts";

export interface EndpointItem extends vscode.QuickPickItem {
  readonly endpoint: Endpoint;
}

export function endpointItem(endpoint: Endpoint, machine: Machine): EndpointItem {
  const { icon, description } = describePlace(endpoint, machine);
  const isInUse = endpoint.name === nameOfEndpointInUse();
  return {
    label: `${icon} ${withoutMarkup(endpoint.name)}`,
    description: isInUse ? vscode.l10n.t("{0} · in use", modelTitle(endpoint)) : modelTitle(endpoint),
    detail: description,
    endpoint,
  };
}

export interface PickOptions {
  readonly title: string;
  /** What the command was called with. */
  readonly argument: unknown;
  readonly machine: Machine;
  readonly filter?: (endpoint: Endpoint) => boolean;
}

/** The endpoint that a command is about: the named one, the only one, or the one that the user picks. Throws `cancelled`. */
export async function pickEndpoint({ title, argument, machine, filter = () => true }: PickOptions): Promise<Endpoint> {
  const endpoints = readEndpoints().filter(filter);
  const named = namedEndpoint(argument, endpoints);
  if (named) return named;
  const inUse = endpoints.findIndex(({ name }) => name === nameOfEndpointInUse());
  // The one in use first: Enter takes it.
  const sorted = [...endpoints.slice(Math.max(0, inUse)), ...endpoints.slice(0, Math.max(0, inUse))];
  const [only, ...others] = sorted;
  if (only && others.length === 0) return only;
  const items = sorted.map((endpoint) => endpointItem(endpoint, machine));
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  if (!picked) throw new AssistantError("cancelled");
  return picked.endpoint;
}
