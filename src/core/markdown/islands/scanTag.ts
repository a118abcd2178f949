/** A tag longer than this is none. UTF-16 units. */
const LONGEST = 20_000;

/**
 * Where a tag ends that begins at `at`: of HTML, JSX or Vue, with strings, expressions in braces and spreads as
 * attributes, or a fragment's `<>`. `undefined` where there is none.
 */
export function scanTag(text: string, at: number): number | undefined {
  const start = /<(?:\/?[\p{L}_$][\p{L}\p{N}_$.:-]*|\/?(?=>))/uy;
  start.lastIndex = at;
  const head = start.exec(text);
  if (!head) return undefined;
  const limit = Math.min(text.length, at + LONGEST);
  for (let index = at + head[0].length; index < limit; index += 1) {
    const unit = text[index];
    if (unit === ">") return index + 1;
    if (unit === "<") return undefined;
    if (unit === '"' || unit === "'") index = text.indexOf(unit, index + 1);
    else if (unit === "{") index = (scanBraces(text, index) ?? 0) - 1;
    else if (index === at + head[0].length && unit !== "/" && !/\s/u.test(unit ?? "")) return undefined;
    if (index < at) return undefined;
  }
  return undefined;
}

/** Where the expression ends that begins with a brace at `at`: strings, templates and comments in it hold what they like. */
export function scanBraces(text: string, at: number): number | undefined {
  const limit = Math.min(text.length, at + LONGEST);
  let depth = 0;
  for (let index = at; index < limit; index += 1) {
    const unit = text[index];
    if (unit === "{") depth += 1;
    else if (unit === "}") depth -= 1;
    else if (unit === '"' || unit === "'" || unit === "`") index = endOfString(text, index);
    else if (unit === "/" && text[index + 1] === "*") index = endOf(text, "*/", index + 2);
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** An apostrophe in the text of an element is none that opens a string: it isn't closed on its line. */
function endOfString(text: string, at: number): number {
  const mark = text[at];
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === mark) return index;
    else if (text[index] === "\n" && mark !== "`") return at;
  }
  return at;
}

function endOf(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? text.length : found + end.length - 1;
}
