import * as vscode from "vscode";
import { DEFAULT_OUTPUT_PATTERN } from "../core/document/outputPath.ts";
import { AssistantError } from "../core/errors.ts";
import { findLanguage, type Locale } from "../core/languages.ts";
import { FORMALITIES, type Formality, type TaskKind } from "../core/writing/task.ts";
import { SETTINGS, type SettingKey } from "./contributions.ts";
import { BUILTIN_ENDPOINT, type Endpoint, parseEndpoints, withBuiltin } from "./endpoint.ts";
import { userValue } from "./userValue.ts";

export type ApplyMode = "review" | "replace" | "insertBelow";

/** What a command needs to know of the settings, read once when it starts and frozen for its run. */
export interface Settings {
  readonly targetLanguage: Locale | undefined;
  readonly applyMode: ApplyMode;
  formalityFor(language: Locale): Formality;
}

/** Settings that say how; a workspace may set these. */
export function readSettings(scope: vscode.Uri | undefined): Settings {
  const configuration = vscode.workspace.getConfiguration("euroscribe", scope);
  const formality = configuration.get<unknown>(SETTINGS.formality);
  const applyMode = configuration.get<unknown>(SETTINGS.applyMode);
  return {
    targetLanguage: findLanguage(String(configuration.get<unknown>(SETTINGS.targetLanguage) ?? ""))?.code,
    applyMode: applyMode === "replace" || applyMode === "insertBelow" ? applyMode : "review",
    formalityFor: (language) => formalityFor(formality, language),
  };
}

/** Whether answers are set with the marks and spaces of their language. */
export function asksForTypography(scope: vscode.Uri | undefined): boolean {
  return vscode.workspace.getConfiguration("euroscribe", scope).get<unknown>(SETTINGS.typography) !== false;
}

/** What documents are translated by; a workspace may set these. */
export interface DocumentSettings {
  /** Where a translation is written: `euroscribe.outputPath`. */
  readonly outputPattern: string;
  /** `undefined` for the usual ones. */
  readonly frontMatterKeys: readonly string[] | undefined;
  /** What becomes of links to headings: they follow the translated ones, or the headings keep their anchors. */
  readonly anchors: "follow" | "pin";
  /** Whether links to other documents lead to their translations, where there are some. */
  readonly linksTranslations: boolean;
  /** Runs with more segments are confirmed. */
  readonly confirmSegments: number;
}

export function readDocumentSettings(scope: vscode.Uri | undefined): DocumentSettings {
  const configuration = vscode.workspace.getConfiguration("euroscribe", scope);
  const pattern = configuration.get<unknown>(SETTINGS.outputPath);
  const keys = configuration.get<unknown>(SETTINGS.frontMatterKeys);
  const most = configuration.get<unknown>(SETTINGS.confirmSegments);
  return {
    outputPattern: typeof pattern === "string" && pattern.trim() !== "" ? pattern.trim() : DEFAULT_OUTPUT_PATTERN,
    frontMatterKeys: Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : undefined,
    anchors: configuration.get<unknown>(SETTINGS.headingAnchors) === "pin" ? "pin" : "follow",
    linksTranslations: configuration.get<unknown>(SETTINGS.linkTranslations) === true,
    confirmSegments: typeof most === "number" && most >= 0 ? most : 200,
  };
}

/** The endpoints that the user named, and behind them the built-in model, which is always there. Throws `invalidSettings`. */
export function readEndpoints(): readonly Endpoint[] {
  const parsed = parseEndpoints(readUserValue(SETTINGS.endpoints) ?? []);
  if ("problem" in parsed)
    throw new AssistantError("invalidSettings", { reason: `euroscribe.endpoints: ${parsed.problem}` });
  return withBuiltin(parsed.endpoints);
}

/** The setting as it stands in the user's file, to be written back with a change. Throws `invalidSettings`. */
export function readRawEndpoints(): readonly unknown[] {
  readEndpoints();
  const value = readUserValue(SETTINGS.endpoints);
  return Array.isArray(value) ? value : [];
}

/** The endpoint for a task: its own where one is named, else the one in use. Never another in place of a missing one. */
export function readEndpoint(task?: TaskKind): Endpoint {
  const endpoints = readEndpoints();
  const name = (task && readTaskEndpoint(task)) || readUserValue(SETTINGS.endpoint);
  if (typeof name !== "string" || name === "") return endpoints[0] ?? BUILTIN_ENDPOINT;
  const endpoint = endpoints.find((candidate) => candidate.name === name);
  if (!endpoint) throw new AssistantError("invalidSettings", { reason: `no endpoint is named "${name}"` });
  return endpoint;
}

/** For messages: the name of the endpoint in use, whatever state the settings are in. */
export function nameOfEndpointInUse(): string {
  return nameOfEndpoint();
}

/** The same for a task's endpoint. */
export function nameOfEndpoint(task?: TaskKind): string {
  try {
    return readEndpoint(task).name;
  } catch {
    return "Euroscribe";
  }
}

/** The name of another endpoint that the user chose for a task. */
export function readTaskEndpoint(task: TaskKind): string | undefined {
  const value = readUserValue(SETTINGS.taskEndpoints);
  const name: unknown =
    typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, task)?.value : undefined;
  return typeof name === "string" && name !== "" ? name : undefined;
}

/** From the user's own settings, whatever a workspace or a remote machine says. */
function readUserValue(key: SettingKey): unknown {
  const inspected = vscode.workspace.getConfiguration("euroscribe").inspect<unknown>(key);
  return inspected && userValue(inspected);
}

function formalityFor(value: unknown, language: Locale): Formality {
  const chosen =
    typeof value === "object" && value !== null
      ? Object.entries(value).find(([code]) => code === language || code === language.slice(0, 2))?.[1]
      : value;
  return FORMALITIES.find((formality) => formality === chosen) ?? "auto";
}
