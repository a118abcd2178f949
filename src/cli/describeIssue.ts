import type { DocumentIssue } from "../core/document/segmentOutcome.ts";
import { getLanguage } from "../core/languages.ts";
import type { Finding } from "../core/writing/finding.ts";
import { describeError } from "./describeError.ts";

/** What kept its source, or is doubtful, and why. */
export function describeIssue({ kind, findings, error }: Pick<DocumentIssue, "kind" | "findings" | "error">): string {
  if (kind === "unread") return "the front matter can't be read from here on, and nothing in it was translated";
  if (kind === "nested") return "this is nested too deeply to be read, and was left as it is";
  if (kind === "grid") return "the cells of this table are set by the column, and it was left as it is";
  const reasons = findings.map(describeFinding);
  if (error) reasons.push(describeError({ kind: error, detail: {} }));
  return `${kind === "fault" ? "the source was kept" : "please check"}: ${reasons.join("; ") || "no answer"}`;
}

function describeFinding(finding: Finding): string {
  switch (finding.kind) {
    case "names":
    case "numbers":
    case "placeholders":
    case "urls":
    case "code":
    case "markup": {
      const { kind, missing, added } = finding;
      return [`${kind} differ`, listOf("missing", missing), listOf("added", added)].filter((part) => part).join(", ");
    }
    case "blocks":
      return "paragraphs, headings, lists or tables differ";
    case "language":
      return `it seems to be in ${getLanguage(finding.found).englishName}, not in ${getLanguage(finding.expected).englishName}`;
    case "length":
      return `its length is ${finding.ratio.toFixed(2)} times the source's`;
    case "register":
      return `the reader is addressed ${finding.expected === undefined ? "in two ways" : finding.expected === "formal" ? "informally" : "formally"}${listOf(":", finding.words)}`;
    case "rewritten":
      return `${Math.round(finding.share * 100)} % of the words were changed`;
    case "wordCount":
      return `it has ${finding.got} words instead of ${finding.asked}`;
    case "kept":
      return listOf("left as it was:", finding.passages);
    case "repetition":
      return "it repeats itself";
    case "characters":
      return "some characters could not be read";
    case "unchanged":
      return "it equals the source";
    default:
      return finding satisfies never;
  }
}

/** More of them, or longer ones, wouldn't be read in a line. */
const MOST = 5;
const LONGEST = 60;

function listOf(label: string, pieces: readonly string[]): string {
  if (pieces.length === 0) return "";
  const shown = pieces.slice(0, MOST).map((piece) => JSON.stringify(piece.slice(0, LONGEST)));
  return `${label} ${shown.join(" ")}${pieces.length > MOST ? " …" : ""}`;
}
