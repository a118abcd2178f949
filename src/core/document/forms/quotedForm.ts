/** A value between quotation marks: a link's title, an attribute of a tag, the title of an admonition. */
export interface QuotedForm {
  readonly kind: "quoted";
  /** The closing mark, which the value must not hold as it is. */
  readonly mark: '"' | "'" | ")" | "]";
  /** What stands for it: with a backslash, as an entity, or as a mark of print, which nothing reads as an end. */
  readonly way: "backslash" | "entity" | "print";
}

const ENTITIES = { '"': "&quot;", "'": "&#39;", ")": "&#41;", "]": "&#93;" } as const;
const PRINT = { '"': "”", "'": "’", ")": "）", "]": "］" } as const;

/** On one line, for a blank line would end the paragraph that a title stands in. */
export function writeQuoted({ mark, way }: QuotedForm, text: string): string {
  const line = text.replace(/\s*[\r\n]\s*/gu, " ");
  if (way === "entity") return line.replaceAll(mark, ENTITIES[mark]).replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  if (way === "print") return line.replaceAll(mark, PRINT[mark]);
  return line.replace(/\\[\s\S]|["')\]]/gu, (found) => (found === mark ? `\\${found}` : found)).replace(/\\$/u, "\\\\");
}
