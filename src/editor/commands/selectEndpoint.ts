import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { TASK_KINDS, type TaskKind } from "../../core/writing/task.ts";
import { COMMANDS } from "../contributions.ts";
import type { Endpoint } from "../endpoint.ts";
import { namedEndpoint } from "../endpointArgument.ts";
import { useEndpoint, useForTask } from "../endpoints/endpointSettings.ts";
import { endpointItem } from "../endpoints/pickEndpoint.ts";
import { pickOne } from "../endpoints/pickOne.ts";
import type { Machine } from "../machine.ts";
import { nameOfEndpointInUse, readEndpoints, readTaskEndpoint } from "../settings.ts";
import { taskTitle } from "../taskTitle.ts";

export interface SelectOptions {
  readonly machine: Machine;
  /** Remembers the endpoint that was in use before. */
  readonly state: Pick<vscode.Memento, "get" | "update">;
}

interface Item extends vscode.QuickPickItem {
  readonly endpoint?: Endpoint;
  readonly run?: () => PromiseLike<unknown>;
}

const PREVIOUS = "previousEndpoint";

/**
 * Select Endpoint: which of the user's endpoints is in use. The one that was in use before is under the cursor, so that
 * Enter goes to and fro between two. `{ "endpoint": "Cluster" }` chooses without asking.
 */
export async function selectEndpoint(options: SelectOptions, argument: unknown): Promise<void> {
  const endpoints = readEndpoints();
  const named = namedEndpoint(argument, endpoints);
  if (named) return switchTo(named, options);
  const items = [...endpoints.map((endpoint) => endpointItem(endpoint, options.machine)), ...actionItems(options)];
  const picked = await pickOne<Item>(items, {
    title: vscode.l10n.t("Where should Euroscribe send text?"),
    placeholder: vscode.l10n.t("In use: {0}", nameOfEndpointInUse()),
    active: ({ endpoint }) => endpoint !== undefined && endpoint.name === nextName(endpoints, options),
  });
  if (!picked) throw new AssistantError("cancelled");
  if (picked.endpoint) await switchTo(picked.endpoint, options);
  else await picked.run?.();
}

async function switchTo(endpoint: Endpoint, { state }: SelectOptions): Promise<void> {
  const before = nameOfEndpointInUse();
  if (before === endpoint.name) return;
  await useEndpoint(endpoint.name);
  await state.update(PREVIOUS, before);
}

/** The endpoint that was in use before this one, else the first other. */
function nextName(endpoints: readonly Endpoint[], { state }: SelectOptions): string | undefined {
  const others = endpoints.filter(({ name }) => name !== nameOfEndpointInUse());
  return (others.find(({ name }) => name === state.get(PREVIOUS)) ?? others[0])?.name;
}

function actionItems(options: SelectOptions): readonly Item[] {
  const command = (label: string, id: string): Item => ({ label, run: () => vscode.commands.executeCommand(id) });
  return [
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    command(`$(add) ${vscode.l10n.t("Add an endpoint…")}`, COMMANDS.addEndpoint),
    { label: `$(list-selection) ${vscode.l10n.t("Another endpoint for a task…")}`, run: () => chooseForTask(options) },
    command(`$(beaker) ${vscode.l10n.t("Test an endpoint…")}`, COMMANDS.testEndpoint),
    command(`$(key) ${vscode.l10n.t("Set an API key…")}`, COMMANDS.setApiKey),
    command(`$(trash) ${vscode.l10n.t("Remove an endpoint…")}`, COMMANDS.removeEndpoint),
    {
      label: `$(gear) ${vscode.l10n.t("Edit endpoints in the settings…")}`,
      run: () => vscode.commands.executeCommand("workbench.action.openSettings", "euroscribe.endpoints"),
    },
  ];
}

async function chooseForTask({ machine }: SelectOptions): Promise<void> {
  const tasks = TASK_KINDS.map((task) => ({
    label: taskTitle(task),
    description: readTaskEndpoint(task) ?? vscode.l10n.t("the endpoint in use ({0})", nameOfEndpointInUse()),
    task,
  }));
  const title = vscode.l10n.t("For which task?");
  const { task } = (await vscode.window.showQuickPick(tasks, { title })) ?? throwCancelled();
  const general: Item = { label: vscode.l10n.t("The endpoint in use"), description: nameOfEndpointInUse() };
  const items: readonly Item[] = [general, ...readEndpoints().map((endpoint) => endpointItem(endpoint, machine))];
  const picked = await pickOne(items, {
    title: vscode.l10n.t("{0}: which endpoint?", taskTitle(task)),
    active: ({ endpoint }) => endpoint?.name === readTaskEndpoint(task),
  });
  if (!picked) throw new AssistantError("cancelled");
  await useForTask(task satisfies TaskKind, picked.endpoint?.name);
}

function throwCancelled(): never {
  throw new AssistantError("cancelled");
}
