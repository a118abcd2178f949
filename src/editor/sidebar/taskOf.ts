import { baseLanguage, type Locale } from "../../core/languages.ts";
import type { Task } from "../../core/writing/task.ts";
import type { Choices } from "../../protocol.ts";
import type { Settings } from "../settings.ts";

export interface TaskOptions {
  readonly choices: Choices;
  /** The user's own words for a rewrite. */
  readonly instruction: string;
  /** The text's, where the user named it. */
  readonly language: Locale | undefined;
  readonly settings: Pick<Settings, "formalityFor">;
}

/** The task that the choices amount to; `undefined` where something is missing yet. */
export function taskOf({ choices, instruction, language, settings }: TaskOptions): Task | undefined {
  const own = instruction.trim();
  const named = language && { language: baseLanguage(language) };
  switch (choices.task) {
    case "translate": {
      const { to } = choices;
      if (!to) return undefined;
      const formality = choices.formality === "auto" ? settings.formalityFor(to) : choices.formality;
      return { kind: "translate", to, formality, ...(language && { from: language }) };
    }
    case "correct":
      return { kind: "correct", ...named };
    case "rewrite":
      if (choices.style === "custom" && own === "") return undefined;
      return { kind: "rewrite", style: choices.style, ...(own && { instruction: own }), ...named };
    case "summarize": {
      const to = choices.summaryLanguage ?? language;
      return { kind: "summarize", form: choices.form, ...(to && { to }) };
    }
    default:
      return choices.task satisfies never;
  }
}
