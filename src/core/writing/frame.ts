/** What surrounds and indents a text, which no model is asked about. */
export interface Frame {
  /** The text that goes out: without the whitespace around it, without the indentation its lines share, with LF. */
  readonly text: string;
  /** Puts an answer back into the source's whitespace and line ends. With `text` itself it gives the source back. */
  restore(answer: string): string;
}

/**
 * Takes the frame off a source. Leading and trailing whitespace, line ends and common indentation come back
 * exactly; where lines differ in their ends, each line of an answer of as many lines gets its own again.
 */
export function takeFrame(source: string): Frame {
  const lead = /^\s*/u.exec(source)?.[0] ?? "";
  const inner = source.slice(lead.length).trimEnd();
  const trail = source.slice(lead.length + inner.length);
  const lines = inner.split(/\r\n|\r|\n/u);
  const ends = inner.match(/\r\n|\r|\n/gu) ?? [];
  const indent = commonIndent(lines.slice(1), indentOf(lastLine(lead)));
  const isBlank = (line: string) => line.trim() === "";
  const unindented = lines.map((line, index) => (index === 0 ? line : isBlank(line) ? "" : line.slice(indent.length)));
  const text = unindented.join("\n");
  return {
    text,
    restore: (answer) => {
      if (answer === text) return source;
      const answered = answer.split("\n");
      const isSameShape = answered.length === lines.length;
      const restored = answered.map((line, index) => {
        const old = lines[index] ?? "";
        if (isBlank(line)) return isSameShape && isBlank(old) ? old : line;
        return index === 0 ? line : indent + line;
      });
      const end = (index: number) => (isSameShape ? ends[index] : undefined) ?? ends[0] ?? lineEndOf(source);
      return lead + restored.map((line, index) => (index === 0 ? line : end(index - 1) + line)).join("") + trail;
    },
  };
}

/** The indentation that all lines with content share with the first one, whose own stands before the text. */
function commonIndent(lines: readonly string[], first: string): string {
  let common = first;
  for (const line of lines) {
    if (line.trim() === "") continue;
    while (!line.startsWith(common)) common = common.slice(0, -1);
  }
  return common;
}

function indentOf(line: string): string {
  return /^[ \t]*/u.exec(line)?.[0] ?? "";
}

function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
}

function lineEndOf(source: string): string {
  return /\r\n|\r|\n/u.exec(source)?.[0] ?? "\n";
}
