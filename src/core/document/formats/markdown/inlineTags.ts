/** Tags that stand within a sentence; all others end it. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|picture|q|rp|rt|ruby|s|samp|small|source|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/iu;

export function isInlineTag(tag: string): boolean {
  return INLINE.test(tagName(tag));
}

/** In lower case; empty for comments and declarations. */
export function tagName(tag: string): string {
  return /^<\/?([A-Za-z][\w:-]*)/u.exec(tag)?.[1]?.toLowerCase() ?? "";
}

/** Components hold Markdown: a tag within a code span of theirs is none. As long as the text itself. */
export function coverCode(html: string): string {
  return html.replace(/(?<!`)(`+)(?!`)[^`\n]*\1(?!`)/gu, (span) => span.replace(/[<>]/gu, "x"));
}
