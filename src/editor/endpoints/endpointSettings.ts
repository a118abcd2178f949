import * as vscode from "vscode";
import { TASK_KINDS, type TaskKind } from "../../core/writing/task.ts";
import { SETTINGS, type SettingKey } from "../contributions.ts";
import type { Endpoint } from "../endpoint.ts";
import { nameOfEndpointInUse, readEndpoints, readRawEndpoints, readTaskEndpoint } from "../settings.ts";

/** An endpoint as it is written to the settings: what has its default isn't. */
export type NewEndpoint = Omit<Endpoint & { kind: "openai" }, "kind"> | (Endpoint & { kind: "builtin" });

/** Adds an endpoint behind the others and makes it the one in use. What else the setting holds stays as it is. */
export async function addToSettings(endpoint: NewEndpoint): Promise<void> {
  await write(SETTINGS.endpoints, [...readRawEndpoints(), endpoint]);
  await useEndpoint(endpoint.name);
}

/** Removes an endpoint, and every mention of it: tasks that it served go to the one in use, and that is the first where it was this. */
export async function removeFromSettings(name: string): Promise<void> {
  if (nameOfEndpointInUse() === name) await useEndpoint(undefined);
  const index = readEndpoints().findIndex((endpoint) => endpoint.name === name);
  const rest = readRawEndpoints().filter((_, at) => at !== index);
  for (const task of TASK_KINDS) if (readTaskEndpoint(task) === name) await useForTask(task, undefined);
  await write(SETTINGS.endpoints, rest.length > 0 ? rest : undefined);
}

export async function useEndpoint(name: string | undefined): Promise<void> {
  await write(SETTINGS.endpoint, name);
}

/** Without a name the task goes to the endpoint in use again. */
export async function useForTask(task: TaskKind, name: string | undefined): Promise<void> {
  const others = TASK_KINDS.flatMap((other) => {
    const named = other === task ? name : readTaskEndpoint(other);
    return named === undefined ? [] : [[other, named] as const];
  });
  await write(SETTINGS.taskEndpoints, others.length > 0 ? Object.fromEntries(others) : undefined);
}

/** A name that no endpoint has: the wanted one, or that with a number. */
export function freeName(wanted: string): string {
  const taken = new Set(readEndpoints().map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Where text goes is a user setting, never a workspace's. */
async function write(key: SettingKey, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration("euroscribe").update(key, value, vscode.ConfigurationTarget.Global);
}
