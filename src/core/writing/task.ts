import type { LanguageCode, Locale } from "../languages.ts";

export const TASK_KINDS = ["translate", "correct", "rewrite", "summarize"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const STYLES = [
  "clearer",
  "shorter",
  "longer",
  "formal",
  "informal",
  "neutral",
  "genderNeutral",
  "plain",
  "friendly",
  "web",
  "executive",
  "custom",
] as const;
export type Style = (typeof STYLES)[number];

export const FORMS = ["keyPoints", "paragraph", "sentence", "title"] as const;
export type Form = (typeof FORMS)[number];

export const FORMALITIES = ["auto", "formal", "informal"] as const;
export type Formality = (typeof FORMALITIES)[number];

/** What an answer should be changed in, by the user's own words. It goes on from that answer; the text stays its measure. */
export interface Refinement {
  readonly answer: string;
  readonly instruction: string;
}

/** What the user asked for, complete: nothing here is left to be asked or looked up. */
export type Task =
  | {
      readonly kind: "translate";
      readonly to: Locale;
      /** Where the user named it; else the model is left to see for itself. */
      readonly from?: Locale;
      readonly formality: Formality;
    }
  | { readonly kind: "correct"; readonly language?: LanguageCode }
  | {
      readonly kind: "rewrite";
      readonly style: Style;
      /** The user's own words; required with `custom`, an addition with the others. */
      readonly instruction?: string;
      /** What the user calls a style of their own. It isn't told to the model. */
      readonly styleName?: string;
      readonly language?: LanguageCode;
    }
  | {
      readonly kind: "summarize";
      readonly form: Form;
      /** The summary's language; the text's own where it is missing. */
      readonly to?: Locale;
      /** Words it is to have, within a fifth. */
      readonly length?: number;
      /** What the model is told in its place, where it is known to write more or less than it is told. */
      readonly toldLength?: number;
      /** The text is a part of a longer one: what is made of it will be summarized with the rest. */
      readonly isPart?: true;
    };

/** The language that the result will be in, where it isn't the text's own. */
export function targetOf(task: Task): Locale | undefined {
  return task.kind === "translate" || task.kind === "summarize" ? task.to : undefined;
}
