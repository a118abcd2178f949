import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { findModel } from "../../core/models.ts";
import { TASK_KINDS, type TaskKind } from "../../core/writing/task.ts";
import type { Place } from "../../protocol.ts";
import { describeError } from "../describeError.ts";
import { describePlace, shortOrigin } from "../describePlace.ts";
import { type Endpoint, endpointOrigin } from "../endpoint.ts";
import type { Machine } from "../machine.ts";
import { readEndpoint } from "../settings.ts";

/** Where each task's text would go, as the settings are now. */
export async function viewPlaces(machine: Machine): Promise<Readonly<Record<TaskKind, Place>>> {
  const places = await Promise.all(TASK_KINDS.map(async (task) => [task, await viewPlace(task, machine)] as const));
  return Object.fromEntries(places) as Record<TaskKind, Place>;
}

/** Where a task's text would go, as the settings are now. */
export async function viewPlace(task: TaskKind, machine: Machine): Promise<Place> {
  try {
    const endpoint = readEndpoint(task);
    return endpoint.kind === "builtin" ? await viewBuiltin(endpoint, { task, machine }) : viewServer(endpoint, machine);
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    const problem = {
      message: shorten(describeError(error, "Euroscribe")),
      remedy: vscode.l10n.t("Open Settings"),
      name: "settings" as const,
    };
    return { id: "", name: "Euroscribe", model: "", where: "", isLocal: false, problem };
  }
}

function viewServer(endpoint: Endpoint & { kind: "openai" }, machine: Machine): Place {
  const origin = endpointOrigin(endpoint);
  const { isHere, description } = describePlace(endpoint, machine);
  const place = {
    id: idOf(endpoint),
    name: shorten(endpoint.name),
    model: shorten(endpoint.model),
    where: isHere && origin !== undefined ? `${shortOrigin(origin)} · ${description}` : description,
    isLocal: isHere,
  };
  if (origin !== undefined) return place;
  const message = vscode.l10n.t("{0} has no valid address.", place.name);
  return { ...place, id: "", problem: { message, remedy: vscode.l10n.t("Open Settings"), name: "settings" } };
}

/** The id of the built-in model that the task wants and that isn't on this computer. */
export async function missingModel(task: TaskKind): Promise<string | undefined> {
  const endpoint = readEndpoint(task);
  const { findModelFile } = await import("../../node/models/findModelFile.ts");
  try {
    if (endpoint.kind === "builtin") await findModelFile(endpoint.model, task);
    return undefined;
  } catch (error) {
    return error instanceof AssistantError ? error.detail.model : undefined;
  }
}

/** A model that isn't there yet is better fetched before a text is waiting for it. */
async function viewBuiltin(
  endpoint: Endpoint & { kind: "builtin" },
  { task, machine }: { readonly task: TaskKind; readonly machine: Machine },
): Promise<Place> {
  const where = describePlace(endpoint, machine).description;
  const place = { id: idOf(endpoint), name: shorten(endpoint.name), where, isLocal: true };
  const { findModelFile } = await import("../../node/models/findModelFile.ts");
  try {
    const { name } = await findModelFile(endpoint.model, task);
    return { ...place, model: shorten(name) };
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    const wanted = error.detail.model ?? endpoint.model;
    const known = findModel(wanted);
    const message = shorten(describeError(error, place.name).replace(wanted, known?.name ?? wanted));
    const problem = known
      ? { message, remedy: vscode.l10n.t("Download Model"), name: "download" as const }
      : { message, remedy: vscode.l10n.t("Choose Endpoint"), name: "choose" as const };
    return { ...place, model: shorten(known?.name ?? wanted), problem };
  }
}

function idOf(endpoint: Endpoint): string {
  const address = endpoint.kind === "builtin" ? "" : (endpointOrigin(endpoint) ?? "");
  return JSON.stringify([endpoint.kind, shorten(endpoint.name), shorten(address), shorten(endpoint.model)]);
}

/** What the page takes as a label. A longer name is shown cut. */
function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
