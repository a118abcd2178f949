import { baseLanguage, type Locale } from "../../languages.ts";
import type { Formality } from "../task.ts";
import { ADDRESS_FORMS } from "./addressForms.ts";

/** How readers are to be addressed, in terms that a model follows; `undefined` where it is to see for itself. */
export function describeAddress(to: Locale, formality: Formality): string | undefined {
  if (formality === "auto") return undefined;
  const pronouns = ADDRESS_FORMS[baseLanguage(to)]?.pronouns;
  if (!pronouns) return formality === "formal" ? "Use a formal tone." : "Use an informal tone.";
  const [formal, informal] = pronouns;
  return formality === "formal"
    ? `Address the reader formally ("${formal}"), not informally ("${informal}").`
    : `Address the reader informally ("${informal}"), not formally ("${formal}").`;
}
