import type { Finding } from "../../../core/writing/finding.ts";
import type { StoredFinding } from "../../../node/memory/issueRecord.ts";

/** A finding as it may lie on a disk: of what kind it is, without a word of the text. */
export function withoutWords(finding: Finding): readonly StoredFinding[] {
  switch (finding.kind) {
    case "numbers":
    case "placeholders":
    case "urls":
    case "code":
    case "markup":
    case "names":
      return [{ kind: finding.kind, missing: [], added: [] }];
    case "register":
      return [{ ...finding, words: [] }];
    case "language":
    case "length":
    case "blocks":
    case "repetition":
    case "characters":
    case "unchanged":
      return [finding];
    case "rewritten":
    case "wordCount":
    case "kept":
      // Not of a translation.
      return [];
    default:
      return finding satisfies never;
  }
}
