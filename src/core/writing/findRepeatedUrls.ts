/** The address behind a link's text: one that is a path or an anchor, for a bare word in brackets may be prose. */
const TARGET = /(?<=\]\()[^\s()]*[./#:][^\s()]*(?=[\s)])/gu;

/**
 * The addresses of a source's links that an answer has once more in brackets. To a parser the second one is plain text:
 * `[μία σελίδα](a.md) (a.md)`.
 */
export function findRepeatedUrls(source: string, answer: string): readonly string[] {
  const targets = new Set(source.match(TARGET));
  return [...targets].filter((url) => count(answer, `(${url}`) > count(source, `(${url}`));
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
