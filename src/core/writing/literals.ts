/** Placeholders of the usual kinds: `{{x}}`, `${x}`, `{name}`, `%(n)d`, `%1$s`, `%s`, `%@`. */
const PLACEHOLDER =
  /\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|\{[\p{L}\p{N}_.$#-]{1,60}(?:,\s?[a-z]+(?:,[^{}\n]{0,60})?)?\}|%\([\p{L}\p{N}_]+\)[sdifr]|%(?:\d+\$)?(?:[sdi@]|\.\d+f)(?![\p{L}\p{N}])/gu;

/** Addresses as they stand in running text; closing punctuation isn't part of them. */
const URL_TEXT = /\b(?:https?|ftp|mailto|file):(?:\/\/)?[^\s<>"'`)\]}|\\^«»“”„]+[^\s<>"'`)\]}|\\^.,;:!?«»“”„…]/giu;

export function findPlaceholders(text: string): readonly string[] {
  return text.match(PLACEHOLDER) ?? [];
}

/** UTF-16 ranges of the placeholders and addresses, in order. */
export function findPlainLiterals(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [PLACEHOLDER, URL_TEXT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length })),
  );
}

/** The text without its code spans, addresses and placeholders. */
export function proseOf(text: string): string {
  return [URL_TEXT, PLACEHOLDER].reduce((rest, pattern) => rest.replace(pattern, " "), withoutCodeSpans(text));
}

/**
 * As CommonMark has it: a run of backticks is closed by the next one of the same length, here within its line. By
 * hand, since a regular expression looks through the rest of the line for each run that is never closed.
 */
function withoutCodeSpans(text: string): string {
  if (!text.includes("`")) return text;
  return text.split("\n").map(withoutSpansOfLine).join("\n");
}

function withoutSpansOfLine(line: string): string {
  const runs = [...line.matchAll(/`+/gu)].map(({ 0: run, index }) => ({ start: index, length: run.length }));
  const closing = nextAlike(runs.map(({ length }) => length));
  let at = 0;
  let prose = "";
  for (let open = 0; open < runs.length; open += 1) {
    const close = closing[open];
    const [first, last] = [runs[open], close === undefined ? undefined : runs[close]];
    if (!first || !last || close === undefined) continue;
    prose += `${line.slice(at, first.start)} `;
    at = last.start + last.length;
    open = close;
  }
  return prose + line.slice(at);
}

/** For each number, the index of the next one that equals it. */
function nextAlike(numbers: readonly number[]): readonly (number | undefined)[] {
  const next: (number | undefined)[] = [];
  const seen = new Map<number, number>();
  for (let index = numbers.length - 1; index >= 0; index -= 1) {
    const number = numbers[index] ?? 0;
    next[index] = seen.get(number);
    seen.set(number, index);
  }
  return next;
}
