import * as vscode from "vscode";
import type { DocumentPlan } from "../../core/document/planDocument.ts";
import { AssistantError } from "../../core/errors.ts";
import type { Locale } from "../../core/languages.ts";
import { withoutMarkup } from "../inertText.ts";
import { languageTitle } from "../pickLanguage.ts";
import { describeDuration } from "./describeDuration.ts";
import type { DocumentJob } from "./planOutputs.ts";

export interface LargeRun {
  readonly documents: number;
  readonly languages: readonly Locale[];
  readonly plans: readonly DocumentPlan[];
  /** As the user knows it: its name, and where it is. */
  readonly endpoint: string;
  /** Tokens of the source a second, as this endpoint was seen to do; `undefined` before it was. */
  readonly speed: number | undefined;
}

/** Shows what a large run would send and where, and asks. Throws `cancelled`. */
export async function confirmRun({ documents, languages, plans, endpoint, speed }: LargeRun): Promise<void> {
  const segments = plans.reduce((sum, plan) => sum + plan.segments, 0);
  const sourceTokens = plans.reduce((sum, plan) => sum + plan.sourceTokens, 0);
  const promptTokens = plans.reduce((sum, plan) => sum + plan.promptTokens, 0);
  const { format } = new Intl.NumberFormat(vscode.env.language);
  const time = speed
    ? vscode.l10n.t("about {0}, as it went last time", describeDuration((sourceTokens / speed) * 1000))
    : vscode.l10n.t("shown once the first segments are back");
  const detail = [
    vscode.l10n.t("Documents: {0}", format(documents)),
    vscode.l10n.t("Languages: {0}", languages.map(languageTitle).join(", ")),
    vscode.l10n.t("Segments: {0}", format(segments)),
    vscode.l10n.t("Tokens: about {0} to send, and {1} back", format(promptTokens), format(sourceTokens)),
    vscode.l10n.t("Endpoint: {0}", withoutMarkup(endpoint)),
    vscode.l10n.t("Time: {0}", time),
    vscode.l10n.t("What was translated before is not sent again."),
  ].join("\n");
  const translate = vscode.l10n.t("Translate");
  const question = vscode.l10n.t("Translate {0} segments?", format(segments));
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, translate);
  if (chosen !== translate) throw new AssistantError("cancelled");
}

/** Asks about files that weren't written here. The jobs that may go on; throws `cancelled`. */
export async function askToOverwrite(
  jobs: readonly DocumentJob[],
  strangers: ReadonlySet<DocumentJob>,
): Promise<readonly DocumentJob[]> {
  if (strangers.size === 0) return jobs;
  const names = [...strangers].flatMap(({ output }) => (output ? [vscode.workspace.asRelativePath(output)] : []));
  const detail = [...names.slice(0, 10), ...(names.length > 10 ? ["…"] : [])].join("\n");
  const overwrite = vscode.l10n.t("Overwrite");
  const skip = vscode.l10n.t("Leave as They Are");
  const message = vscode.l10n.t("There are files that Euroscribe didn't write, or that were edited since:");
  const buttons = strangers.size < jobs.length ? [overwrite, skip] : [overwrite];
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, ...buttons);
  if (chosen === overwrite) return jobs;
  if (chosen === skip) return jobs.filter((job) => !strangers.has(job));
  throw new AssistantError("cancelled");
}
