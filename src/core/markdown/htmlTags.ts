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

/** Attributes that are read by people: of HTML and Quarto, and those by which components name what they show. */
const READ_BY_PEOPLE =
  /(?<=[\s{])(alt|(?:fig|tbl|lst)-(?:alt|cap)|title|aria-label|aria-description|placeholder|label|description|summary|caption|tooltip|heading|subtitle|tagline|text)\s*=\s*(?:"([^"]*)"|'([^']*)')/giu;

export interface VisibleText {
  /** UTF-16 offsets of the value within the tag. */
  readonly start: number;
  readonly end: number;
  readonly mark: '"' | "'";
}

/** The values of a tag that are read by people and hold words, in order. */
export function findVisibleText(tag: string): readonly VisibleText[] {
  return [...tag.matchAll(READ_BY_PEOPLE)].flatMap(({ 0: raw, 2: double, 3: single, index }) => {
    const value = double ?? single ?? "";
    const end = index + raw.length - 1;
    // A name that only programs know has no blank and no capital to begin with.
    if (!/\p{L}/u.test(value) || /^[\p{Ll}\d]+(?:[-_.:/#][\p{L}\d]*)+$|:\/\/|^[{[$]/u.test(value)) return [];
    return [{ start: end - value.length, end, mark: double === undefined ? "'" : '"' } as const];
  });
}

/** A tag by what must stay of it. */
export function withoutVisibleText(tag: string): string {
  return tag.replace(READ_BY_PEOPLE, "$1").replace(/\s+/gu, " ");
}

/** The tags and comments of a piece of HTML as Markdown has it, in order. */
export function findHtmlTags(html: string): readonly HtmlTag[] {
  return [...html.matchAll(TAG)].map(({ 0: raw, index }) => ({
    start: index,
    raw,
    value: withoutVisibleText(raw),
  }));
}
