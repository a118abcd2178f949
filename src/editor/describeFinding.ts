import * as vscode from "vscode";
import { getLanguage } from "../core/languages.ts";
import type { Finding } from "../core/writing/finding.ts";

/** What the check found, in the user's language. */
export function describeFinding(finding: Finding): string {
  switch (finding.kind) {
    case "numbers":
      return withPieces(vscode.l10n.t("Numbers differ"), finding);
    case "placeholders":
      return withPieces(vscode.l10n.t("Placeholders differ"), finding);
    case "urls":
      return withPieces(vscode.l10n.t("Links differ"), finding);
    case "code":
      return withPieces(vscode.l10n.t("Code differs"), finding);
    case "names":
      return withPieces(vscode.l10n.t("Names differ"), finding);
    case "wordCount":
      return vscode.l10n.t("It has {0} words instead of {1}.", finding.got, finding.asked);
    case "markup":
      return vscode.l10n.t("Emphasis, links or HTML differ.");
    case "blocks":
      return vscode.l10n.t("Paragraphs, headings, lists or tables differ.");
    case "language": {
      const [found, expected] = [getLanguage(finding.found).endonym, getLanguage(finding.expected).endonym];
      return vscode.l10n.t("It seems to be in {0}, not in {1}.", found, expected);
    }
    case "length":
      return finding.ratio > 1
        ? vscode.l10n.t("It is much longer than the text.")
        : vscode.l10n.t("It is much shorter than the text.");
    case "register":
      return describeRegister(finding);
    case "rewritten":
      return vscode.l10n.t("It changes more than mistakes: {0} % of the words.", Math.round(finding.share * 100));
    case "kept":
      return vscode.l10n.t("Left as it was, since no answer passed the check: {0}.", listOf(finding.passages));
    case "repetition":
      return vscode.l10n.t("It repeats itself.");
    case "characters":
      return vscode.l10n.t("Some characters could not be read.");
    case "unchanged":
      return vscode.l10n.t("It equals the text.");
    default:
      return finding satisfies never;
  }
}

function describeRegister({ expected, words }: Finding & { readonly kind: "register" }): string {
  const named = words.length > 0 ? listOf(words) : "…";
  switch (expected) {
    case "formal":
      return vscode.l10n.t("It addresses the reader informally ({0}).", named);
    case "informal":
      return vscode.l10n.t("It addresses the reader formally ({0}).", named);
    case undefined:
      return vscode.l10n.t("It mixes formal and informal address ({0}).", named);
    default:
      return expected satisfies never;
  }
}

/** Pieces that are shown: more of them, or longer ones, wouldn't be read in a notification. */
const MOST = 5;
const LONGEST = 40;

function withPieces(
  label: string,
  { missing, added }: { readonly missing: readonly string[]; readonly added: readonly string[] },
): string {
  const parts = [
    missing.length > 0 ? vscode.l10n.t("missing: {0}", listOf(missing)) : "",
    added.length > 0 ? vscode.l10n.t("added: {0}", listOf(added)) : "",
  ];
  const named = parts.filter((part) => part !== "").join("; ");
  // What is known from an earlier window has no words.
  return named === "" ? `${label}.` : vscode.l10n.t("{0} ({1}).", label, named);
}

function listOf(pieces: readonly string[]): string {
  const shown = pieces.slice(0, MOST).map((piece) => (piece.length > LONGEST ? `${piece.slice(0, LONGEST)}…` : piece));
  return [...shown, ...(pieces.length > MOST ? ["…"] : [])].join(", ");
}
