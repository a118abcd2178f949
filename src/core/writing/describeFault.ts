import { getLanguage } from "../languages.ts";
import { answerIn } from "./answerIn.ts";
import type { Finding } from "./finding.ts";

/** Pieces of a list that are named to the model; more of them would drown the instruction. */
const MOST_NAMED = 8;

/** What was wrong with the last answer, in one paragraph for the model that is asked again. */
export function describeFault(findings: readonly Finding[]): string {
  return `Your last answer had faults: ${findings.map(describe).join(" ")} Avoid them this time.`;
}

function describe(finding: Finding): string {
  switch (finding.kind) {
    case "numbers":
    case "placeholders":
    case "urls":
    case "code":
    case "markup":
      return `${NOUNS[finding.kind]} were changed${list(" (missing: ", finding.missing)}${list(" (not in the text: ", finding.added)}.`;
    case "names":
      return `it named what the text does not${list(": ", finding.added, "")}.`;
    case "wordCount":
      return `it had ${finding.got} words instead of about ${finding.asked}.`;
    case "blocks":
      return "paragraphs, headings, lists or tables were joined, split, added or dropped.";
    case "language":
      return `it was written in ${getLanguage(finding.found).englishName} instead of ${getLanguage(finding.expected).englishName}. ${answerIn(finding.expected)}`;
    case "length":
      return finding.ratio > 1 ? "it was much longer than the text." : "it was much shorter than the text.";
    case "register":
      return finding.expected
        ? `it did not address the reader ${finding.expected}ly${list(": ", finding.words, "")}.`
        : `it mixed formal and informal address${list(": ", finding.words, "")}.`;
    case "rewritten":
      return `it put ${Math.round(finding.share * 100)} % of the words otherwise: correct only what is misspelt or ungrammatical, and leave every other word as it is.`;
    case "kept":
      return "it left passages as they were.";
    case "repetition":
      return "it repeated the same words over and over.";
    case "characters":
      return "it held characters that could not be read.";
    case "unchanged":
      return "it gave the text back without translating it.";
    default:
      return finding satisfies never;
  }
}

const NOUNS = {
  numbers: "numbers",
  placeholders: "placeholders",
  urls: "links or addresses",
  code: "code",
  markup: "Markdown or HTML marks",
} as const;

function list(label: string, pieces: readonly string[], end = ")"): string {
  const named = pieces.filter((piece) => piece.length <= 60 && !/\s/u.test(piece)).slice(0, MOST_NAMED);
  return named.length === 0 ? "" : `${label}${named.join(" ")}${end}`;
}
