import * as vscode from "vscode";
import { baseLanguage, type LanguageCode } from "../core/languages.ts";
import { coverageOf, type OpenModel } from "../core/openModel.ts";
import { findOpenModel } from "../core/openModels.ts";
import { nameOf } from "./describeModel.ts";
import type { ModelUse } from "./warnOfModel.ts";

/** What speaks against a model for a task into a language, as far as it is known; `undefined` for nothing. */
export function describeUnfitness({ model: called, task, to }: ModelUse): string | undefined {
  const model = findOpenModel(called);
  if (!model) return undefined;
  const { name, prompts, tasks } = model;
  if (prompts === "none")
    return vscode.l10n.t(
      "{0} is a base model: it wasn't taught to follow instructions. Read its results with care.",
      name,
    );
  const unfitness = to && describeLanguage(model, baseLanguage(to));
  if (unfitness !== undefined) return unfitness;
  if (model.messages === "languageFields")
    return vscode.l10n.t(
      "{0}'s own template refuses plain text, which is what is sent. Use it where the server has another template, or choose another model.",
      name,
    );
  if (tasks === undefined || tasks.includes(task)) return undefined;
  return vscode.l10n.t(
    "{0} is made for translating, and follows other instructions badly. Read the result with care.",
    name,
  );
}

function describeLanguage(model: OpenModel, language: LanguageCode): string | undefined {
  const [name, shown] = [model.name, nameOf(language)];
  switch (coverageOf(model, language)) {
    case "uncovered":
      return vscode.l10n.t("{0} wasn't made for {1}. Read the result with care, or choose another model.", name, shown);
    case "weak":
      return vscode.l10n.t("{0} is weak in {1}. Read the result with care, or choose another model.", name, shown);
    default:
      return undefined;
  }
}
