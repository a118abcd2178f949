/**
 * Literals as they stand (code, what follows a link's text, tags, labels, addresses, entities, escapes, islands), and
 * runs of marks.
 */
const TOKEN =
  /\\[\s\S]|(?<=\])\([^()]*\)|(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\]\([^()\s]*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\[[^[\]]*\](?![([])|\]\[[^[\]]*\]|<[^<>]*>|\{[^{}]*\}|&#?\w+;|(?:\w+:\/\/|www\.)[^\s)]*|\S*@\S*|\$[^$\n]*\$|:[\w+-]+:|`+|[*_~]+|[[\]<>|#{}$!\\+]|^\s*(?:[-+=:>?]|\d+[.)])/gu;

/**
 * Whether the marks of two lines are so much the same, in their order and in what they touch, that a parser would find
 * the same in both. It saves the parser for most segments; `false` says nothing.
 */
export function hasSameMarks(source: string, answer: string): boolean {
  if ([source, answer].some((text) => /[\r\n]|<[!?]|^(?:[ \t>*+-]|`{3}|~{3}|\d+[.)])/u.test(text))) return false;
  const [before, after] = [marksOf(source), marksOf(answer)];
  return before.length === after.length && before.every((mark, index) => mark === after[index]);
}

function marksOf(text: string): readonly string[] {
  return [...text.matchAll(TOKEN)].map(({ 0: raw, index }) => {
    const previous = text.charAt(index - 1);
    const next = text.charAt(index + raw.length);
    return `${classOf(previous)}${raw}${classOf(next)}`;
  });
}

/** What decides whether a mark opens or closes (CommonMark 0.31.2, section 6.2). */
function classOf(character: string): string {
  if (character === "" || /\s/u.test(character)) return " ";
  return /[\p{P}\p{S}]/u.test(character) ? "." : "a";
}
