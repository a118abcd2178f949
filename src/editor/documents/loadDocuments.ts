import * as vscode from "vscode";
import type { Asker } from "../askModel.ts";
import type { Connections } from "../connections.ts";
import { describePlace } from "../describePlace.ts";
import type { Machine } from "../machine.ts";
import type { RecentLanguages } from "../recentLanguages.ts";
import { createDocumentStore } from "./documentStore.ts";
import { DocumentIssues } from "./issues/documentIssues.ts";
import { registerIssueActions } from "./issues/issueActions.ts";
import { keepIssues } from "./issues/keptIssues.ts";
import type { DocumentAssistant } from "./translateDocuments.ts";

export interface DocumentsOptions {
  readonly asker: Asker;
  readonly connections: Connections;
  readonly recent: RecentLanguages;
  readonly machine: Machine;
  readonly state: vscode.Memento;
  /** Where what is kept of this workspace lies. */
  readonly folder: string;
  /** Path of the built documentWorker.js. */
  readonly workerScript: string;
}

export interface LoadedDocuments extends vscode.Disposable {
  readonly assistant: DocumentAssistant;
  readonly asker: Asker;
  readonly recent: RecentLanguages;
}

/** Makes what translating documents stands on. */
export function loadDocuments(options: DocumentsOptions): LoadedDocuments {
  const { asker, connections, recent, machine, state, folder, workerScript } = options;
  const onFault = () =>
    void vscode.window.showWarningMessage(
      vscode.l10n.t("The translation memory can't be written to: this translation can't be resumed."),
    );
  const store = createDocumentStore({ folder, onFault });
  const issues = new DocumentIssues((uri, known) => void keepIssues(store, uri, known));
  const actions = registerIssueActions(issues);
  const assistant: DocumentAssistant = {
    connect: connections.connect,
    concurrencyOf: connections.concurrencyOf,
    describeEndpoint: (endpoint) => `${endpoint.name} (${describePlace(endpoint, machine).description})`,
    ...{ store, issues },
    runs: asker.runs,
    state,
    workerScript,
  };
  return { assistant, asker, recent, dispose: () => vscode.Disposable.from(issues, actions).dispose() };
}
