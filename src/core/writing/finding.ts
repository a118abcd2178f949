import type { LanguageCode } from "../languages.ts";

/**
 * What the check found in an answer, as data: the interface says it in the user's language, the retry says it to
 * the model. `missing` and `added` hold pieces of the texts, which never go into a log.
 */
export type Finding =
  | { readonly kind: "numbers"; readonly missing: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: "placeholders"; readonly missing: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: "urls"; readonly missing: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: "code"; readonly missing: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: "markup"; readonly missing: readonly string[]; readonly added: readonly string[] }
  /** A summary names what its text doesn't. */
  | { readonly kind: "names"; readonly missing: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: "blocks" }
  | { readonly kind: "language"; readonly expected: LanguageCode; readonly found: LanguageCode }
  | { readonly kind: "length"; readonly ratio: number }
  /** Another address than was `expected`, or a mixture of both where nothing was; with the words of the answer. */
  | { readonly kind: "register"; readonly expected?: "formal" | "informal"; readonly words: readonly string[] }
  /** A correction put more words otherwise than mistakes explain: such a share of the text's words. */
  | { readonly kind: "rewritten"; readonly share: number }
  /** A summary of so many words, where another length was asked for. */
  | { readonly kind: "wordCount"; readonly asked: number; readonly got: number }
  /** Passages of which no answer passed the check: they stand as they were. */
  | { readonly kind: "kept"; readonly passages: readonly string[] }
  | { readonly kind: "repetition" }
  | { readonly kind: "characters" }
  | { readonly kind: "unchanged" };

export type FindingKind = Finding["kind"];

/** Faults of structure are worse than doubts: of two tries, the one with fewer of them wins. */
const STRUCTURAL: readonly FindingKind[] = [
  "placeholders",
  "urls",
  "code",
  "markup",
  "blocks",
  "repetition",
  "language",
];

export function isStructural({ kind }: Finding): boolean {
  return STRUCTURAL.includes(kind);
}

/** Whether what broke can be kept from the model by masks in the second try. */
export function isMaskable({ kind }: Finding): boolean {
  return kind === "placeholders" || kind === "urls" || kind === "code" || kind === "markup";
}
