import type * as vscode from "vscode";
import { createLanguageDetector } from "./core/detection/detectLanguage.ts";
import { createApiKeys } from "./editor/apiKeys.ts";
import { askPermission } from "./editor/askPermission.ts";
import { createCorrect } from "./editor/commands/correct.ts";
import { createCorrectionCommands } from "./editor/commands/correctionCommands.ts";
import { createDocumentCommands, goOnWithDocuments } from "./editor/commands/documentCommands.ts";
import { createReviewCommands } from "./editor/commands/reviewCommands.ts";
import { createRewrite } from "./editor/commands/rewrite.ts";
import { createShowSource } from "./editor/commands/showSource.ts";
import { createSummarize } from "./editor/commands/summarize.ts";
import { createTranslate, createTranslateTo } from "./editor/commands/translate.ts";
import { Connections } from "./editor/connections.ts";
import { COMMANDS } from "./editor/contributions.ts";
import type { DocumentsOptions } from "./editor/documents/loadDocuments.ts";
import { Documents } from "./editor/documents.ts";
import { createEndpointCommands } from "./editor/endpoints/endpointCommands.ts";
import { createLearnedServers } from "./editor/learnedServers.ts";
import { findMachine } from "./editor/machine.ts";
import { createOutputLog } from "./editor/outputLog.ts";
import { createRecentLanguages } from "./editor/recentLanguages.ts";
import { Reviews } from "./editor/review/reviews.ts";
import { type CommandHandler, type CommandRunner, registerCommand } from "./editor/runCommand.ts";
import { Runs } from "./editor/runs.ts";
import type { Assistant } from "./editor/runTaskOnSelections.ts";
import { createSendPermission } from "./editor/sendPermission.ts";
import { asksForTypography, nameOfEndpointInUse } from "./editor/settings.ts";
import { Sidebar } from "./editor/sidebar/sidebar.ts";
import { createStatusBar } from "./editor/statusBar.ts";
import { Summaries } from "./editor/summaries/summaries.ts";
import { createThreadTasks } from "./editor/threadTasks.ts";
import { createCheckTypography } from "./editor/typography/typographyCommand.ts";
import { createModelWarnings } from "./editor/warnOfModel.ts";

/** The one composition root: everything is made here once and passed on. */
export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions, secrets, workspaceState, globalState, extension, extensionUri, asAbsolutePath } = context;
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };
  const log = own(createOutputLog());
  const [runs, reviews, summaries] = [own(new Runs()), own(new Reviews()), own(new Summaries())];
  const [keys, learned] = [createApiKeys(secrets), createLearnedServers(globalState)];
  const [recent, machine] = [createRecentLanguages(workspaceState), findMachine(extension)];
  const engineScript = asAbsolutePath("dist/engine/engineProcess.mjs");
  const workerScript = asAbsolutePath("dist/documentWorker.js");
  const permission = createSendPermission({ state: globalState, ask: askPermission });
  const connections = own(
    new Connections({ keys, permission, learned, warnOfModel: createModelWarnings(), log, engineScript }),
  );
  const detectLanguage = createLanguageDetector();
  const answers = { connect: connections.connect, detectLanguage, asksForTypography };
  const assistant: Assistant = { ...answers, ...createThreadTasks(workerScript), reviews, summaries, runs, log };
  const parts = { asker: assistant, recent, machine };
  const sidebar = own(new Sidebar({ ...parts, downloadModel, extensionUri, state: workspaceState }));
  const documents = own(createDocuments(context, { ...parts, connections, workerScript }));
  const endpointParts = { connections, keys, permission, learned, machine, detectLanguage, log, downloadModel };
  const handlers = {
    translate: createTranslate(assistant, recent),
    translateTo: createTranslateTo(assistant, recent),
    correct: createCorrect(assistant),
    rewrite: createRewrite(assistant),
    summarize: createSummarize(assistant, recent),
    ...{ ...createReviewCommands(reviews), ...createCorrectionCommands(reviews) },
    showSource: createShowSource(summaries),
    checkTypography: createCheckTypography(detectLanguage, own),
    ...createDocumentCommands(documents),
    cancel: async () => runs.cancelAll(),
    ...createEndpointCommands({ ...endpointParts, state: globalState }),
    showLog: async () => log.show(),
    focusSidebar: () => sidebar.focus(),
  } satisfies Record<keyof typeof COMMANDS, unknown>;
  for (const command of registerAll({ log, endpointName: nameOfEndpointInUse, downloadModel }, handlers)) own(command);
  own(createStatusBar(runs, machine));
  void reviews.closeLeftovers();
  void goOnWithDocuments(documents);
}

/** Loaded when a model is to be fetched. */
const downloadModel = async (id: string | undefined): Promise<void> =>
  (await import("./editor/downloadModel.ts")).downloadModel(id);

type DocumentParts = Omit<DocumentsOptions, "state" | "folder">;

function createDocuments(context: vscode.ExtensionContext, parts: DocumentParts): Documents {
  return new Documents({
    ...parts,
    state: context.globalState,
    folder: (context.storageUri ?? context.globalStorageUri).fsPath,
  });
}

function registerAll(runner: CommandRunner, handlers: Record<keyof typeof COMMANDS, CommandHandler>) {
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return names.map((name) => registerCommand(runner, COMMANDS[name], handlers[name]));
}
