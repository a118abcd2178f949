import type { LanguageCode } from "./languages.ts";
import type { TaskKind } from "./writing/task.ts";

/** What is known of an open model, wherever it runs. What isn't known is `undefined`: never a guess. */
export interface OpenModel {
  readonly id: string;
  /** As it is shown to users. */
  readonly name: string;
  /** How servers call it, once their spelling is evened out: see `evenOut`. */
  readonly names: RegExp;
  /** SPDX, or the licence's own name. */
  readonly licence: string | undefined;
  /** `everything`: weights, data and recipes are published. */
  readonly openness: "everything" | "weights" | undefined;
  /** Those of the 24 that its makers say it was made for; `all` of them, or unknown. */
  readonly languages: "all" | readonly LanguageCode[] | undefined;
  /** Those of the 24 in which it was measured to be weak, whatever its makers say. */
  readonly weak: readonly LanguageCode[];
  /** Tokens that it was made for; what a server gives it may be less. */
  readonly contextTokens: number | undefined;
  /** `refused`: its template has no place for a system message. */
  readonly systemRole: "taken" | "refused" | undefined;
  /** `translation`: it takes a bare translation prompt and no instructions. `none`: a base model, which takes none. */
  readonly prompts: "instructions" | "translation" | "none" | undefined;
  /** Whether earlier sentences with their translations help it. */
  readonly contextPairs: boolean | undefined;
  /** Whether it thinks before it answers, and can be asked not to. */
  readonly reasoning: "switchable" | "none" | undefined;
  /** `languageFields`: its template takes no plain text, but text with the codes of both languages beside it. */
  readonly messages: "languageFields" | undefined;
  /** What it is good enough for. */
  readonly tasks: readonly TaskKind[] | undefined;
  /** Where these facts are from. */
  readonly source: string;
}

/** How well a model knows one of the 24, as far as that is known. */
export type Coverage = "covered" | "weak" | "uncovered" | "unknown";

export function coverageOf({ languages, weak }: OpenModel, language: LanguageCode): Coverage {
  if (weak.includes(language)) return "weak";
  if (languages === undefined) return "unknown";
  return languages === "all" || languages.includes(language) ? "covered" : "uncovered";
}
