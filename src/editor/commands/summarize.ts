import { parseArguments } from "../commandArguments.ts";
import { pickForm } from "../pickForm.ts";
import { pickSummaryLanguage } from "../pickLanguage.ts";
import type { RecentLanguages } from "../recentLanguages.ts";
import type { CommandHandler } from "../runCommand.ts";
import { type Assistant, requireSelection, runTaskOnSelections } from "../runTaskOnSelections.ts";

/** Summarize Selection…: asks for form and language; the result opens beside, never over the text. */
export function createSummarize(assistant: Assistant, recent: RecentLanguages): CommandHandler {
  return async (argument) => {
    const given = parseArguments(argument);
    requireSelection();
    const { form, length } = given.form ? { form: given.form, length: given.length } : await pickForm(given.length);
    // Who named the form but no language wants the text's own; only who was asked is asked on.
    const to = given.to ?? (given.form ? undefined : await pickSummaryLanguage(recent.list()));
    await runTaskOnSelections(assistant, {
      task: { kind: "summarize", form, ...(to && { to }), ...(length && { length }) },
      apply: given.apply === "copy" || given.apply === "insertBelow" ? given.apply : "beside",
    });
  };
}
