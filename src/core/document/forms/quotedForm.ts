/** A value between quotation marks: a link's title, or an attribute of a tag. */
export interface QuotedForm {
  readonly kind: "quoted";
  /** The closing mark, which the value must not hold as it is. */
  readonly mark: '"' | "'" | ")";
  readonly way: "backslash" | "entity";
}

const ENTITIES = { '"': "&quot;", "'": "&#39;", ")": "&#41;" } as const;

/** On one line, for a blank line would end the paragraph that a title stands in. */
export function writeQuoted({ mark, way }: QuotedForm, text: string): string {
  const line = text.replace(/\s*[\r\n]\s*/gu, " ");
  if (way === "entity") return line.replaceAll(mark, ENTITIES[mark]);
  return line.replace(/\\[\s\S]|["')]/gu, (found) => (found === mark ? `\\${found}` : found)).replace(/\\$/u, "\\\\");
}
