import type * as vscode from "vscode";
import { createApiKeys } from "./editor/apiKeys.ts";
import { createCorrect } from "./editor/commands/correct.ts";
import { createReviewCommands } from "./editor/commands/reviewCommands.ts";
import { createRewrite } from "./editor/commands/rewrite.ts";
import { createSelectEndpoint } from "./editor/commands/selectEndpoint.ts";
import { createSetApiKey } from "./editor/commands/setApiKey.ts";
import { createSummarize } from "./editor/commands/summarize.ts";
import { createTranslate, createTranslateTo } from "./editor/commands/translate.ts";
import { Connections } from "./editor/connections.ts";
import { COMMANDS } from "./editor/contributions.ts";
import { downloadModel } from "./editor/downloadModel.ts";
import { createOutputLog } from "./editor/outputLog.ts";
import { createRecentLanguages } from "./editor/recentLanguages.ts";
import { Reviews } from "./editor/review/reviews.ts";
import { registerCommand } from "./editor/runCommand.ts";
import { Runs } from "./editor/runs.ts";
import type { Assistant } from "./editor/runTaskOnSelections.ts";
import { nameOfEndpointInUse } from "./editor/settings.ts";
import { createStatusBar } from "./editor/statusBar.ts";
import { createLanguageDetector } from "./node/detectLanguage.ts";

/** The one composition root: everything is made here once and passed on. */
export function activate({ subscriptions, secrets, workspaceState, asAbsolutePath }: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };
  const log = own(createOutputLog());
  const runs = own(new Runs());
  const reviews = own(new Reviews());
  const keys = createApiKeys(secrets);
  const recent = createRecentLanguages(workspaceState);
  const engineScript = asAbsolutePath("dist/engine/engineProcess.mjs");
  const connections = own(new Connections({ keys, log, engineScript }));
  const assistant: Assistant = {
    connect: connections.connect,
    detectLanguage: createLanguageDetector(),
    reviews,
    runs,
    log,
  };
  const review = createReviewCommands(reviews);
  const handlers = {
    translate: createTranslate(assistant, recent),
    translateTo: createTranslateTo(assistant, recent),
    correct: createCorrect(assistant),
    rewrite: createRewrite(assistant),
    summarize: createSummarize(assistant, recent),
    ...review,
    cancel: async () => runs.cancelAll(),
    selectEndpoint: createSelectEndpoint(),
    setApiKey: createSetApiKey(keys),
    showLog: async () => log.show(),
  } satisfies Record<keyof typeof COMMANDS, unknown>;
  const runner = { log, endpointName: nameOfEndpointInUse, downloadModel };
  for (const name of Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]) {
    own(registerCommand(runner, COMMANDS[name], handlers[name]));
  }
  own(createStatusBar(runs));
  void reviews.closeLeftovers();
}
