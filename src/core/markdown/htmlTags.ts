export interface HtmlTag {
  /** UTF-16 offset within the HTML. */
  readonly start: number;
  readonly raw: string;
  /** Without the words of those attributes that are read by people, and so are translated. */
  readonly value: string;
}

/** Comments, declarations, scripts and styles whole; tags one by one. What stands between them is prose. */
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![A-Za-z][^>]*>|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^'">])*>/giu;

const READ_BY_PEOPLE = /\b(alt|title|aria-label|placeholder)\s*=\s*(?:"[^"]*"|'[^']*')/giu;

/** The tags and comments of a piece of HTML as Markdown has it, in order. */
export function findHtmlTags(html: string): readonly HtmlTag[] {
  return [...html.matchAll(TAG)].map(({ 0: raw, index }) => ({
    start: index,
    raw,
    value: raw.replace(READ_BY_PEOPLE, "$1").replace(/\s+/gu, " "),
  }));
}
