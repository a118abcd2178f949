/**
 * Literals as they stand (code, what follows a link's text, tags, labels, addresses, entities, escapes, islands), and
 * runs of marks.
 */
const TOKEN =
  /\\\((?:(?!\\\))[^\n])*\\\)|\\[\s\S]|(?<=\])\([^()]*\)|(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\]\([^()\s\\]*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\[[^[\]]*\](?![([])|\]\[[^[\]]*\]|<[^<>]*>|\{[^{}]*\}|&#?\w+;|(?:\w+:\/\/|www\.)\S*|[^\s{}]*@[^\s{}]*|\$[^$\n]+\$|:[\w+-]+(?::|(?=\[))|\+\+[\w"][\w"+ -]*?\+\+|%%[ \t\p{L}{](?:[^%\n]|%(?!%))*%%|(?<=\s)\^[\w-]+|^\([^()]*\)=|`+|[*_~]+|[[\]<>|#{}$!\\+]|^(?:[-+=:>?]|\d+[.)])/gu;

/** UTF-16 units. Where a text goes on without a blank, the pattern above takes time with the square of its length; a parser doesn't. */
const LONGEST = 5000;

/** Lines, comments, beginnings of blocks; labels, which may be what a link says or end within code; brackets behind which no address stands. */
const UNCLEAR =
  /[\r\n]|<[!?]|^(?:[ \t\uFEFF>+:-]|r\[|%%%|\/{3}|\([^()]*\)=|[*_]+(?:\s|$)|`{3}|~{3}|\d+[.)]|\[[^\]]*\]:)|\]\[|\]\((?![^()\s\\]*(?:\s+(?:"[^"]*"|'[^']*'))?\))|\\[[\]]|\[[^[\]]*`[^[\]]*\](?!\()/u;

/**
 * Whether the marks of two lines are so much the same, in their order and in what they touch, that a parser would find
 * the same in both. It saves the parser for most segments; `false` says nothing.
 */
export function hasSameMarks(source: string, answer: string): boolean {
  if ([source, answer].some((text) => text.length > LONGEST || UNCLEAR.test(text))) return false;
  const [before, after] = [marksOf(source), marksOf(answer)];
  return before.length === after.length && before.every((mark, index) => mark === after[index]);
}

/** Line breaks with what the containers put around them; those that stay in print. */
const BREAK = /[ \t]*(?:\r\n|\r|\n)[ \t>]*/gu;
const HARD_BREAK = /(?: {2}|\\)(?:\r\n|\r|\n)/u;
/** A title between quotes that holds nothing but words: it is translated by itself. */
const TITLE = /(\]\([^()\s]*\s+)"[\p{L}\p{N} .,;:!?'’-]*"(?=\))/gu;
/** A label that goes on in the next line, and isn't a link's text, or maths that would: the break belongs to it. */
const LABEL_OVER_BREAK = /\[[^[\]]*[\r\n][^[\]]*\](?!\([^()\s]+\))|\\\((?:(?!\\\))[^\r\n])*[\r\n]/u;
/** How a line can begin wherever it stands, and be nothing else than a part of a paragraph. */
const SAFE_START = /^(?:[("'“„«‘]|\*{1,2}|`{1,2}|\[)?\p{L}/u;
/** What is a line of its own where nothing stands behind it, and a name where a line ends. */
const LINE_OR_NAME = /^(?:\([^()]*\)=|r\[|\[TOC\])|\s\^[\w-]/iu;

/**
 * The same for the lines of a paragraph as they stand in a document, filled anew: each break of the output is one of
 * the source's, and none makes the beginning of a block of what follows it.
 */
export function hasSameMarksOnLines(source: string, output: string): boolean {
  if (source === output) return true;
  if ([source, output].some((text) => LABEL_OVER_BREAK.test(text))) return false;
  const known = new Set<string>(source.match(BREAK));
  const breaks = output.match(BREAK) ?? [];
  if (known.size + breaks.length > 0 && !isSafelyBroken(source, output)) return false;
  if (!breaks.every((one) => known.has(one))) return false;
  const [before, after] = [source, output].map((text) => text.replace(BREAK, " ").replace(TITLE, '$1""'));
  return hasSameMarks(before ?? "", after ?? "");
}

function isSafelyBroken(source: string, output: string): boolean {
  if ([source, output].some((text) => HARD_BREAK.test(text))) return false;
  return output.split(BREAK).every((line) => SAFE_START.test(line) && !LINE_OR_NAME.test(line));
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
