import { compareTexts } from "../core/diff/compareTexts.ts";
import type { Piece } from "../core/diff/piece.ts";
import type { EntryView, FindingView } from "../protocol.ts";

/** A line of an answer as it is shown, with what the check found in it. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly findings: readonly FindingView[];
}

export interface AnswerLines {
  /** One for each text of the run. */
  readonly texts: readonly (readonly Line[])[];
  /** What the check found that has no place in what is shown. */
  readonly elsewhere: readonly FindingView[];
}

/** The lines of the answer: compared with the source (`changes`), or as they are. */
export function answerLines(entry: EntryView, view: "changes" | "result"): AnswerLines {
  const placed = new Set<FindingView>();
  const texts = entry.texts.map((text, index) => {
    const answer = forDisplay(text);
    const source = forDisplay(entry.sources[index] ?? "");
    const pieces: readonly Piece[] =
      view === "changes" ? compareTexts(source, answer) : [{ kind: "equal", text: answer }];
    return splitLines(pieces).map((line) => {
      const findings = entry.findings.filter((finding) => !placed.has(finding) && isIn(finding, line));
      for (const finding of findings) placed.add(finding);
      return { pieces: line, findings };
    });
  });
  return { texts, elsewhere: entry.findings.filter((finding) => !placed.has(finding)) };
}

/** Plain lines of a text, as it was sent. */
export function sourceLines(source: string): readonly Line[] {
  return splitLines([{ kind: "equal", text: forDisplay(source) }]).map((pieces) => ({ pieces, findings: [] }));
}

/** Line ends of one kind, and none around the text: they are the document's, and not the answer's. */
function forDisplay(text: string): string {
  return text.replace(/\r\n?/gu, "\n").replace(/^\n+|\n+$/gu, "");
}

function splitLines(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  for (const { kind, text } of pieces) {
    text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ kind, text: part });
    });
  }
  return lines;
}

/** What is missing shows where it was deleted, and what was added where it stands now. */
function isIn({ missing, added }: FindingView, line: readonly Piece[]): boolean {
  return line.some(({ kind, text }) => {
    const wasThere = kind === "deleted" || kind === "movedFrom";
    return (wasThere ? missing : added).some((piece) => piece !== "" && text.includes(piece));
  });
}
