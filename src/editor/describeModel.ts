import * as vscode from "vscode";
import { getLanguage, LANGUAGE_CODES, type LanguageCode } from "../core/languages.ts";
import { coverageOf, type OpenModel } from "../core/openModel.ts";
import { TASK_KINDS } from "../core/writing/task.ts";
import { taskTitle } from "./taskTitle.ts";

/** `Apache-2.0 · open weights`; what isn't known is left out. */
export function describeLicence({ licence, openness }: OpenModel): string {
  const open =
    openness === "everything"
      ? vscode.l10n.t("open weights, data and recipes")
      : openness === "weights"
        ? vscode.l10n.t("open weights")
        : undefined;
  return join([licence, open]);
}

/** `all 24 languages · all tasks`, or what is known to be missing. */
export function describeAbilities(model: OpenModel): string {
  return join([describeLanguages(model), describeTasks(model)]);
}

function describeLanguages(model: OpenModel): string {
  const named = (coverage: string) => LANGUAGE_CODES.filter((code) => coverageOf(model, code) === coverage).map(nameOf);
  const [weak, uncovered] = [named("weak"), named("uncovered")];
  return join([
    model.languages === "all" && weak.length === 0 ? vscode.l10n.t("all 24 languages") : undefined,
    model.languages === undefined ? vscode.l10n.t("languages not stated") : undefined,
    weak.length > 0 ? vscode.l10n.t("weak in {0}", weak.join(", ")) : undefined,
    uncovered.length > 0 ? vscode.l10n.t("not made for {0}", uncovered.join(", ")) : undefined,
  ]);
}

function describeTasks({ tasks, prompts }: OpenModel): string | undefined {
  if (prompts === "none") return vscode.l10n.t("a base model, which follows no instructions");
  if (tasks === undefined) return undefined;
  return tasks.length === TASK_KINDS.length
    ? vscode.l10n.t("all tasks")
    : vscode.l10n.t("for {0} alone", tasks.map(taskTitle).join(", "));
}

/** The language's English name: these lines are in English, and the list of 24 is read by eye. */
export function nameOf(code: LanguageCode): string {
  return getLanguage(code).englishName;
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}
