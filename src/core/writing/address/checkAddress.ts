import { baseLanguage, type LanguageCode } from "../../languages.ts";
import type { Finding } from "../finding.ts";
import { answerLanguage } from "../nameLanguage.ts";
import type { Task } from "../task.ts";
import { ADDRESS_FORMS } from "./addressForms.ts";
import { type FoundAddress, findAddress } from "./findAddress.ts";

export interface AddressCheck {
  /** With the language in it that the answer is in; without one nothing can be told. */
  readonly task: Task;
  readonly source: string;
  readonly answer: string;
}

type RegisterFinding = Finding & { readonly kind: "register" };

/** Flags an answer that addresses its reader in another way than was asked for, or now in this way and now in that. */
export function checkAddress({ task, source, answer }: AddressCheck): readonly RegisterFinding[] {
  const locale = answerLanguage(task);
  if (!locale) return [];
  const language = baseLanguage(locale);
  const found = findAddress(answer, language);
  const expected = expectedAddress(task);
  if (expected !== "auto") return wrongAddress(found, expected, language);
  if (!isMixed(found) || isMixedSource(task, source)) return [];
  return [{ kind: "register", words: [...found.formal, ...found.informal] }];
}

function expectedAddress(task: Task): "auto" | "formal" | "informal" {
  if (task.kind === "translate") return task.formality;
  if (task.kind !== "rewrite") return "auto";
  return task.style === "formal" || task.style === "informal" ? task.style : "auto";
}

function wrongAddress(
  found: FoundAddress,
  expected: "formal" | "informal",
  language: LanguageCode,
): readonly RegisterFinding[] {
  const words = found[expected === "formal" ? "informal" : "formal"];
  // "vous" beside "tu" may be meant for several people, whom nobody can address otherwise.
  const isPlural = expected === "informal" && ADDRESS_FORMS[language]?.isPlural && found.informal.length > 0;
  return words.length === 0 || isPlural ? [] : [{ kind: "register", expected, words }];
}

function isMixed({ formal, informal }: FoundAddress): boolean {
  return formal.length > 0 && informal.length > 0;
}

/** A text that speaks to several people in several ways may go on doing so. */
function isMixedSource(task: Task, source: string): boolean {
  const locale = task.kind === "translate" ? task.from : answerLanguage(task);
  return locale !== undefined && isMixed(findAddress(source, baseLanguage(locale)));
}
