import * as vscode from "vscode";
import type { AssistantError, AssistantErrorKind } from "../core/errors.ts";
import { COMMANDS } from "./contributions.ts";
import { describeError } from "./describeError.ts";
import { withoutMarkup } from "./inertText.ts";
import { joinTexts } from "./placeTexts.ts";
import { UnplacedResult } from "./presentResult.ts";

/** What a button under an error does. */
export interface Remedy {
  readonly name: RemedyName;
  readonly label: string;
  run(): Thenable<unknown>;
}

export interface ReportOptions {
  /** The endpoint's name as the user gave it. */
  readonly endpoint: string;
  /** Runs the failed command again. */
  readonly retry: () => Thenable<unknown>;
  readonly downloadModel: (model: string | undefined) => Thenable<unknown>;
}

/** Says what happened and offers what to do about it. Resolves when the user has answered. */
export async function reportError(error: AssistantError, options: ReportOptions): Promise<void> {
  const remedies = remediesFor(error, options);
  const message = withoutMarkup(describeError(error, options.endpoint));
  const show = error.kind === "nothingSelected" ? vscode.window.showInformationMessage : vscode.window.showErrorMessage;
  const chosen = await show(message, ...remedies.map(({ label }) => label));
  await remedies.find(({ label }) => label === chosen)?.run();
}

/** What can be done about the error, the likeliest first. */
export function remediesFor(error: AssistantError, { retry, downloadModel }: ReportOptions): readonly Remedy[] {
  const command = (label: string, id: string, argument?: object): Omit<Remedy, "name"> => ({
    label,
    run: () => vscode.commands.executeCommand(id, argument),
  });
  const { endpoint } = error.detail;
  const all = {
    retry: { label: vscode.l10n.t("Try Again"), run: retry },
    setKey: command(
      vscode.l10n.t("Set API Key"),
      COMMANDS.setApiKey,
      endpoint === undefined ? undefined : { endpoint },
    ),
    choose: command(vscode.l10n.t("Choose Endpoint"), COMMANDS.selectEndpoint),
    log: command(vscode.l10n.t("Show Log"), COMMANDS.showLog),
    settings: {
      label: vscode.l10n.t("Open Settings"),
      run: () => vscode.commands.executeCommand("workbench.action.openSettings", "euroscribe.endpoint"),
    },
    proxy: {
      label: vscode.l10n.t("Proxy Settings"),
      run: () => vscode.commands.executeCommand("workbench.action.openSettings", "http.proxy"),
    },
    download: { label: vscode.l10n.t("Download Model"), run: () => downloadModel(error.detail.model) },
    copy: { label: vscode.l10n.t("Copy Result"), run: () => copy(error) },
    copyPartial: { label: vscode.l10n.t("Copy Incomplete Text"), run: () => copyPartial(error) },
  };
  return (REMEDIES[error.kind] ?? ["retry", "copyPartial", "log"])
    .filter((name) => name !== "copy" || error instanceof UnplacedResult)
    .filter((name) => name !== "copyPartial" || error.partialText !== undefined)
    .map((name) => ({ name, ...all[name] }));
}

type RemedyName = "retry" | "setKey" | "choose" | "log" | "settings" | "proxy" | "download" | "copy" | "copyPartial";

const REMEDIES: Partial<Record<AssistantErrorKind, readonly RemedyName[]>> = {
  unreachable: ["retry", "choose", "log"],
  tls: ["choose", "log"],
  proxy: ["proxy", "retry", "log"],
  redirect: ["settings", "log"],
  unauthorized: ["setKey", "choose"],
  forbidden: ["setKey", "choose"],
  modelNotFound: ["settings", "choose"],
  notFound: ["settings", "choose"],
  contextExceeded: ["choose"],
  payloadTooLarge: ["choose"],
  reasoningOnly: ["choose", "log"],
  modelMissing: ["download", "choose"],
  outOfMemory: ["choose", "log"],
  invalidSettings: ["settings"],
  nothingSelected: [],
  documentChanged: ["copy", "retry"],
  notEditable: ["copy"],
};

/** What had arrived before the answer broke off. It is never put into a document as if it were a result. */
async function copyPartial({ partialText = "" }: AssistantError): Promise<void> {
  await vscode.env.clipboard.writeText(partialText);
}

async function copy(error: AssistantError): Promise<void> {
  if (error instanceof UnplacedResult) await vscode.env.clipboard.writeText(joinTexts(error.texts));
}
