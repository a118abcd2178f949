const LABEL = /\[((?:\\[\s\S]|[^[\]\\]){1,500})\]/gu;
const DEFINITION = /^[ \t>*+-]*\[(?!\^)((?:\\.|[^[\]\\\r\n]){1,500})\]:/gmu;

/** What stands in brackets in a text, each once and normalized. */
export function findLabels(text: string): readonly string[] {
  return [...new Set([...text.matchAll(LABEL)].map(([, label = ""]) => normalizeLabel(label)))];
}

/** The labels that a document defines, normalized. One in code is taken for one as well, and does no harm. */
export function findDefinedLabels(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(DEFINITION)].map(([, label = ""]) => normalizeLabel(label)));
}

/** As CommonMark matches labels: without regard to case and the width of blanks. */
function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/gu, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}
