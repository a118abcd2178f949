import { proseOf } from "../../src/core/writing/literals.ts";

/**
 * The words of a piece of Markdown, with quotation marks and apostrophes as a keyboard has them: projects differ in
 * where their links lead and in the marks that they type, and neither is the translator's doing.
 */
export function proseForChrf(markdown: string): string {
  return proseOf(markdown.replace(/\]\([^()\s]*\)/gu, "]").replace(/\{#[\w-]+\}|\{\/\*[^{}]*\*\/\}/gu, " "))
    .replace(/<[^<>]*>|[*_[\]]/gu, "")
    .replace(/[’‘]/gu, "'")
    .replace(/«\s*|\s*»|[“”„]/gu, '"')
    .replace(/\s+/gu, " ")
    .trim();
}
